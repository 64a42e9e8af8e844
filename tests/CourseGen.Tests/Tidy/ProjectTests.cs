using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Tidy;

/// <summary>Which project may know which other; CONTRIBUTING.md says why.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["CourseGen.Domain"] = [],
        ["CourseGen.Runs"] = [],
        ["CourseGen.Sandbox"] = [],
        ["CourseGen.Models"] = ["CourseGen.Domain"],
        ["CourseGen.Storage"] = ["CourseGen.Domain", "CourseGen.Runs"],
        ["CourseGen.App"] = ["CourseGen.Domain", "CourseGen.Models", "CourseGen.Runs", "CourseGen.Sandbox"],
        ["CourseGen.Cluster"] = ["CourseGen.Runs", "CourseGen.Storage"],
        ["CourseGen.Cli"] = ["CourseGen.App", "CourseGen.Cluster", "CourseGen.Storage"],
    };

    [Fact]
    public void The_projects_of_the_product_know_exactly_the_projects_they_may() =>
        Repository.Files("src", ".csproj").SelectMany(path => Violations(path, Repository.Read(path))).ShouldBeEmpty();

    [Fact]
    public void Every_project_that_may_know_others_is_there() =>
        Repository.Files("src", ".csproj").Select(NameOf).Order(StringComparer.Ordinal).ShouldBe(Allowed.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = XDocument.Parse(Repository.Read("CourseGen.slnx")).Descendants("Project").Select(one => (string?)one.Attribute("Path"));

        solution.Order(StringComparer.Ordinal).ShouldBe([.. Repository.Files("bench", ".csproj"), .. Repository.Files("src", ".csproj"), .. Repository.Files("tests", ".csproj")]);
    }

    [Fact]
    public void Versions_of_packages_are_in_one_file() =>
        Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj"))
            .Where(path => XDocument.Parse(Repository.Read(path)).Descendants("PackageReference").Any(one => one.Attribute("Version") is not null))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("src/CourseGen.Runs/CourseGen.Runs.csproj", "../CourseGen.Domain/CourseGen.Domain.csproj")]
    [InlineData("src/CourseGen.Cli/CourseGen.Cli.csproj", "../CourseGen.Runs/CourseGen.Runs.csproj")]
    [InlineData("src/CourseGen.App/CourseGen.App.csproj", "../../tests/CourseGen.Testing/CourseGen.Testing.csproj")]
    [InlineData("src/CourseGen.New/CourseGen.New.csproj", "../CourseGen.Domain/CourseGen.Domain.csproj")]
    public void A_reference_that_is_not_allowed_is_found(string project, string reference) =>
        Violations(project, $"<Project><ItemGroup><ProjectReference Include=\"{reference}\" /></ItemGroup></Project>")
            .ShouldContain(violation => violation.Contains(NameOf(reference), StringComparison.Ordinal));

    [Fact]
    public void A_reference_that_is_gone_is_found() =>
        Violations("src/CourseGen.Models/CourseGen.Models.csproj", "<Project />").Count().ShouldBe(1);

    private static IEnumerable<string> Violations(string path, string project)
    {
        var allowed = Allowed.GetValueOrDefault(NameOf(path), []);
        var known = XDocument.Parse(project).Descendants("ProjectReference").Select(one => NameOf((string?)one.Attribute("Include") ?? "")).ToList();
        return
        [
            .. known.Except(allowed, StringComparer.Ordinal).Select(other => $"{path} may not know {other}"),
            .. allowed.Except(known, StringComparer.Ordinal).Select(other => $"{path} does not know {other} any more: take it out of the list"),
        ];
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);
}
