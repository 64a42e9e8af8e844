using System.Text.Json.Nodes;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Oci;

/// <summary>The rules of <see cref="SeccompRules"/> as an Engine API takes them.</summary>
/// <remarks>Calls of another architecture, 32-bit ones among them, end the program: none is listed.</remarks>
internal static class SeccompProfile
{
    private const string Allow = "SCMP_ACT_ALLOW";
    private const string Fail = "SCMP_ACT_ERRNO";

    /// <summary>The profile's text.</summary>
    public static string Text() => new JsonObject
    {
        ["defaultAction"] = Fail,
        ["defaultErrnoRet"] = (int)SeccompRules.NotPermitted,
        ["syscalls"] = new JsonArray([.. SeccompRules.All().Select(Rule)]),
    }.ToJsonString();

    private static JsonNode Rule(SeccompRule rule)
    {
        var node = new JsonObject
        {
            ["names"] = new JsonArray(rule.Call),
            ["action"] = rule.Error is null ? Allow : Fail,
            ["args"] = new JsonArray([.. rule.Conditions.Select(Condition)]),
        };
        if (rule.Error is { } error)
            node["errnoRet"] = (int)error;
        return node;
    }

    private static JsonNode Condition(SeccompCondition condition) => new JsonObject
    {
        ["index"] = condition.Argument,
        ["value"] = condition.Mask,
        ["valueTwo"] = condition.Value,
        ["op"] = "SCMP_CMP_MASKED_EQ",
    };
}
