using System.Reflection;
using System.Runtime.CompilerServices;

namespace KominfoBot.TelegramBotApi.Tests;

/// <summary>Public shapes as text, so that two assemblies with the same names can be compared: types with nullability, parameter names, order and defaults, accessors.</summary>
internal static class Shape
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Type type) => Of(type, null);

    public static string Of(FieldInfo field) =>
        $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{(field.IsLiteral ? "const " : "")}{Of(field.FieldType, Nullability.Create(field))}";

    public static string Of(PropertyInfo property)
    {
        var setter = property.SetMethod is { IsPublic: true } set
            ? set.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == nameof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var required = property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(RequiredMemberAttribute)) ? "required " : "";
        var fixedTo = property.GetMethod!.IsStatic ? "static " : "";
        return $"{fixedTo}{required}{Of(property.PropertyType, Nullability.Create(property))} {{{(property.GetMethod.IsPublic ? " get;" : "")}{setter} }}";
    }

    public static string Of(MethodInfo method) => $"{(method.IsStatic ? "static " : "")}{Result(method)} {method.Name}({Parameters(method)})";

    public static string Result(MethodInfo method) => Of(method.ReturnType, Nullability.Create(method.ReturnParameter));

    public static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Of));

    public static string Of(ParameterInfo parameter)
    {
        var many = parameter.CustomAttributes.Any(attribute => attribute.AttributeType == typeof(ParamArrayAttribute)) ? "params " : "";
        var otherwise = parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "default"}" : "";
        // The names of an operator's parameters cannot be used by a caller.
        var name = parameter.Member.Name.StartsWith("op_", StringComparison.Ordinal) ? "_" : parameter.Name;
        return $"{many}{Of(parameter.ParameterType, Nullability.Create(parameter))} {name}{otherwise}";
    }

    private static string Of(Type type, NullabilityInfo? nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Of(value)}?";
        string text;
        if (type.IsArray)
            text = $"{Of(type.GetElementType()!, nullability?.ElementType)}[]";
        else if (type.IsGenericType)
            text = $"{type.Namespace}.{type.Name}<{string.Join(", ", type.GetGenericArguments().Select((argument, index) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(index))))}>";
        else
            text = type.IsGenericParameter ? type.Name : type.FullName!;
        return !type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? $"{text}?" : text;
    }
}
