using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KominfoBot.Architecture.Tests;

/// <summary>The texts of the program as the sources have them: what is between the parentheses of ChatText.Of and ChatText.Line.</summary>
internal static partial class ShippedTexts
{
    /// <summary>Key (Class.Member, the case of a switch, a number where there are several) and text with named placeholders; of equal texts the first.</summary>
    public static IReadOnlyList<(string Key, string Text)> Read()
    {
        List<(string Key, string Text)> found = [];
        HashSet<string> shapes = [], keys = [];
        foreach (var file in Sources.Files("src/Bot").Order(StringComparer.Ordinal))
            foreach (var call in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsText))
            {
                var text = Text((InterpolatedStringExpressionSyntax)call.ArgumentList.Arguments[0].Expression);
                if (!Words().IsMatch(Markup().Replace(text, "")) || !shapes.Add(Placeholder().Replace(text, "\0"))) continue;
                var key = Key(call);
                for (var number = 2; !keys.Add(key); number++) key = $"{Key(call)}.{number}";
                found.Add((key, text));
            }
        return found;
    }

    private static bool IsText(InvocationExpressionSyntax call)
        => call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "ChatText" }, Name.Identifier.Text: "Of" or "Line" }, ArgumentList.Arguments: [{ Expression: InterpolatedStringExpressionSyntax }] };

    private static string Text(InterpolatedStringExpressionSyntax interpolated)
    {
        var text = new StringBuilder();
        Dictionary<string, string> names = [];
        foreach (var part in interpolated.Contents)
        {
            if (part is InterpolatedStringTextSyntax words) text.Append(words.TextToken.ValueText);
            else if (part is InterpolationSyntax hole)
            {
                var name = Name(hole.Expression);
                for (var number = 2; !names.TryAdd(name, hole.ToString()); number++) name = $"{Name(hole.Expression)}{number}";
                text.Append('{').Append(name).Append('}');
            }
        }
        return text.ToString();
    }

    private static string Name(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => Lower(name.Identifier.Text),
        MemberAccessExpressionSyntax member => Lower(member.Name.Identifier.Text),
        PostfixUnaryExpressionSyntax sure => Name(sure.Operand),
        // string.Join(", ", names.Select(…)): what is joined.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Join" }, ArgumentList.Arguments: [_, var joined, ..] } => Name(joined.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Select" or "Distinct" or "Take" or "ToString" } each } => Name(each.Expression),
        InvocationExpressionSyntax call => Name(call.Expression),
        _ => "bagian",
    };

    private static string Key(SyntaxNode call)
    {
        var member = call.Ancestors().OfType<MemberDeclarationSyntax>().First();
        var type = call.Ancestors().OfType<TypeDeclarationSyntax>().First();
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
            _ => member.Kind().ToString(),
        };
        var arm = call.Ancestors().TakeWhile(node => node != member).OfType<SwitchExpressionArmSyntax>().FirstOrDefault();
        return arm is null ? $"{type.Identifier.Text}.{name}" : $"{type.Identifier.Text}.{name}.{Case(arm)}";
    }

    /// <summary>The last value that a case names: "Role.Kadis" gives Kadis.</summary>
    private static string Case(SwitchExpressionArmSyntax arm)
        => CaseName().Matches($"{arm.Pattern} {arm.WhenClause}") is [.., var last] ? last.Groups[1].Value : arm.Pattern.DescendantTokens().FirstOrDefault(token => token.IsKind(SyntaxKind.StringLiteralToken)) is { ValueText.Length: > 0 } word ? word.ValueText : "lain";

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\b[A-Z]\w*\.([A-Z]\w*)")]
    private static partial Regex CaseName();

    [GeneratedRegex(@"</?\w+=?>?|\{\w+\}")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Words();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
