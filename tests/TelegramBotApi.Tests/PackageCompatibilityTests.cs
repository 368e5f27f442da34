using System.Reflection;
using Telegram.Bot.Types;

namespace KominfoBot.TelegramBotApi.Tests;

/// <summary>What compiles against our part must compile against the package: each public type and member of ours exists there with the same shape.</summary>
public sealed class PackageCompatibilityTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public async Task Every_public_member_exists_in_the_package_with_the_same_shape()
    {
        var package = await TelegramBotPackage.OrSkip(TestContext.Current.CancellationToken);
        var ours = typeof(Update).Assembly.GetExportedTypes();
        var faults = new List<string>();
        var compared = 0;

        foreach (var type in ours)
        {
            if (package.GetType(type.FullName!) is not { IsVisible: true } theirs)
            {
                faults.Add($"{type.FullName}: not in the package");
                continue;
            }
            compared += Compare(type, theirs, faults);
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.True(compared > 800, $"{compared} members were compared");
    }

    [Fact]
    public async Task Enums_have_all_values_of_the_package()
    {
        var package = await TelegramBotPackage.OrSkip(TestContext.Current.CancellationToken);
        var enums = typeof(Update).Assembly.GetExportedTypes().Where(type => type.IsEnum).ToArray();

        Assert.All(enums, type => Assert.Equal(Values(package.GetType(type.FullName!)!), Values(type)));
        Assert.NotEmpty(enums);
    }

    private static int Compare(Type ours, Type theirs, List<string> faults)
    {
        void Same(string what, object? our, object? their)
        {
            if (!Equals(our, their))
                faults.Add($"{ours.Name}: {what} is <{our}>, in the package <{their}>");
        }

        Same("kind", Kind(ours), Kind(theirs));
        if (ours.IsEnum)
            return 1;
        // A base or interface that our part leaves out may be missing, none may be added.
        if (ours.BaseType is { } parent && !Bases(theirs).Contains(Shape.Of(parent)))
            faults.Add($"{ours.Name}: base {Shape.Of(parent)}, in the package {string.Join(", ", Bases(theirs))}");
        foreach (var extra in ours.GetInterfaces().Select(Shape.Of).Except(theirs.GetInterfaces().Select(Shape.Of)))
            faults.Add($"{ours.Name}: {extra} is not implemented in the package");

        var count = 1;
        foreach (var constructor in ours.GetConstructors(Own).Where(Visible))
        {
            count++;
            var parameters = Shape.Parameters(constructor);
            var match = theirs.GetConstructors(Own).Where(Visible).FirstOrDefault(other => Shape.Parameters(other) == parameters);
            if (match is null)
                faults.Add($"{ours.Name}: constructor ({parameters})");
            else
                Same($"constructor ({parameters})", SetsRequired(constructor), SetsRequired(match));
        }
        foreach (var field in ours.GetFields(Own).Where(field => field.IsPublic || field.IsFamily))
        {
            count++;
            Same($"field {field.Name}", Shape.Of(field), theirs.GetField(field.Name, Own) is { IsPublic: true } other ? Shape.Of(other) : null);
        }
        foreach (var property in ours.GetProperties(Own).Where(property => property.GetAccessors(true).Any(Visible)))
        {
            count++;
            var other = theirs.GetProperty(property.Name, Own);
            Same($"property {property.Name}", Shape.Of(property), other is null ? null : Shape.Of(other));
        }
        var methods = theirs.GetMethods(Own).Where(Visible).ToArray();
        foreach (var method in ours.GetMethods(Own).Where(method => Visible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))))
        {
            count++;
            if (!methods.Any(other => Shape.Of(other) == Shape.Of(method)) && !methods.Any(other => LeavesOutOnlyOptional(method, other)))
                faults.Add($"{ours.Name}: {Shape.Of(method)}; in the package: {string.Join(" | ", methods.Where(other => other.Name == method.Name).Select(Shape.Of))}");
        }
        return count;
    }

    // Our method may lack optional parameters whose types our part does not have; calls then compile against both.
    private static bool LeavesOutOnlyOptional(MethodInfo ours, MethodInfo theirs)
    {
        if (ours.Name != theirs.Name || Shape.Result(ours) != Shape.Result(theirs))
            return false;
        var mine = new Queue<ParameterInfo>(ours.GetParameters());
        foreach (var parameter in theirs.GetParameters())
        {
            if (mine.TryPeek(out var next) && Shape.Of(next) == Shape.Of(parameter))
                mine.Dequeue();
            else if (!parameter.IsOptional || typeof(Update).Assembly.GetType((Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType).FullName!) is not null)
                return false;
        }
        return mine.Count == 0;
    }

    private static string Kind(Type type) => (type.IsEnum, type.IsInterface, type.IsValueType, type.IsAbstract, type.IsSealed) switch
    {
        (true, _, _, _, _) => "enum",
        (_, true, _, _, _) => "interface",
        (_, _, true, _, _) => "struct",
        (_, _, _, true, true) => "static class",
        (_, _, _, true, _) => "abstract class",
        _ => "class",
    };

    private static IEnumerable<string> Bases(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
            yield return Shape.Of(parent);
    }

    private static bool Visible(MethodBase method) => !(method.IsConstructor && method.IsStatic) && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static bool SetsRequired(ConstructorInfo constructor) => constructor.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "SetsRequiredMembersAttribute");

    private static string Values(Type type) => string.Join(", ", type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => $"{field.Name}={Convert.ToInt64(field.GetRawConstantValue(), null)}"));
}
