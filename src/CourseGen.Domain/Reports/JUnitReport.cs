using System.Xml;
using System.Xml.Linq;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Reports;

/// <summary>JUnit XML as test frameworks write it. The id of a check is <c>classname.name</c>, or its name.</summary>
internal static class JUnitReport
{
    private const int MaxDepth = 64;

    // No document type at all: entity bombs and external entities have nowhere to stand.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = ReportReader.MaxBytes,
    };

    public static IEnumerable<CheckResult> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            RefuseDepth(content);
            using var reader = Open(content);
            return [.. Cases(reader).Take(ReportReader.MaxChecks + 1).Select(Check)];
        }
        catch (XmlException problem) when (content.Span.IndexOf("<!DOCTYPE"u8) >= 0)
        {
            throw new ReportMalformedException("the JUnit report has a document type (<!DOCTYPE ...>), which is not read; leave it out", problem);
        }
        catch (XmlException problem)
        {
            throw new ReportMalformedException($"the JUnit report is not readable XML: {problem.Message.TrimEnd('.')}", problem);
        }
    }

    private static XmlReader Open(ReadOnlyMemory<byte> content) =>
        XmlReader.Create(new MemoryStream(content.ToArray(), writable: false), Settings);

    // Looks at the events only, before any tree is built: the text of a tree is gathered by recursion.
    private static void RefuseDepth(ReadOnlyMemory<byte> content)
    {
        using var reader = Open(content);
        while (reader.Read())
            if (reader.Depth > MaxDepth) throw new ReportMalformedException($"the JUnit report is nested deeper than {MaxDepth} levels");
    }

    // One after the other, without the tree around them; whatever is within a test case is part of it.
    private static IEnumerable<XElement> Cases(XmlReader reader)
    {
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "testcase" }) yield return (XElement)XNode.ReadFrom(reader);
            else reader.Read();
        }
    }

    private static CheckResult Check(XElement test)
    {
        var name = (string?)test.Attribute("name") ?? "";
        var owner = (string?)test.Attribute("classname");
        var id = string.IsNullOrEmpty(owner) ? name : $"{owner}.{name}";
        var trouble = test.Elements().FirstOrDefault(one => one.Name.LocalName is "failure" or "error" or "skipped");
        return new(id, Title(test) ?? name, Status(trouble), Message(trouble), Diagnostics(test, trouble));
    }

    // JUnit has no titles; a property of that name is how a suite may give one.
    private static string? Title(XElement test) =>
        (string?)test.Descendants().FirstOrDefault(one => one.Name.LocalName == "property" && (string?)one.Attribute("name") == "title")?.Attribute("value");

    // A skipped check asserted nothing, so it cannot count as passed.
    private static CheckStatus Status(XElement? trouble) => trouble?.Name.LocalName switch
    {
        null => CheckStatus.Passed,
        "failure" => CheckStatus.Failed,
        _ => CheckStatus.Error,
    };

    private static string Message(XElement? trouble)
    {
        if (trouble is null) return "";
        var message = (string?)trouble.Attribute("message") ?? trouble.Value.Trim();
        return trouble.Name.LocalName != "skipped" ? message : message.Length == 0 ? "skipped" : $"skipped: {message}";
    }

    private static IReadOnlyList<string> Diagnostics(XElement test, XElement? trouble)
    {
        var output = test.Elements().Where(one => one.Name.LocalName is "system-out" or "system-err").Select(one => one.Value);
        var detail = trouble?.Attribute("message") is null ? [] : new[] { trouble.Value };
        return [.. detail.Concat(output).SelectMany(text => text.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0).Take(ReportReader.MaxDiagnostics)];
    }
}
