using System.Reflection;
using System.Text;
using CourseGen.App.Authoring;
using CourseGen.App.Publishing;
using CourseGen.App.Teaching;
using CourseGen.App.Verifying;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;
using CourseGen.Models;
using CourseGen.Runs;
using CourseGen.Storage;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Tidy;

/// <summary>
/// Strings that are in people's databases, evidence and scripts. One that changes here breaks what somebody has stored, so
/// the list is approved by a person.
/// </summary>
public sealed class StoredStringTests
{
    [Fact]
    public void Stored_strings_stay_what_they_are()
    {
        var text = new StringBuilder("Strings that are stored or served. A change of one of them needs a migration.\n");
        foreach (var (title, names) in Groups()) text.Append($"\n{title}\n").Append(string.Concat(names.Select(name => $"  {name}\n")));

        Golden.Match("tests/CourseGen.Tests/Tidy/stored-strings.txt", text.ToString());
    }

    [Fact]
    public void Every_stored_string_is_written_in_small_letters() =>
        Groups().SelectMany(group => group.Names).Where(name => !IsPlain(name)).ShouldBeEmpty();

    [Fact]
    public void No_kind_of_run_tells_an_event_by_a_name_of_the_engine() => Own().Intersect(RunEventKinds.All, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void The_lists_that_the_code_keeps_are_whole()
    {
        Constants(typeof(FindingCode)).ShouldBe(FindingCode.All, ignoreOrder: true);
        Constants(typeof(RunEventKinds)).ShouldBe(RunEventKinds.All, ignoreOrder: true);
        Constants(typeof(RunRefusals)).ShouldBe(RunRefusals.All, ignoreOrder: true);
        Constants(typeof(RunSignatures)).ShouldBe(RunSignatures.All, ignoreOrder: true);
        Constants(typeof(AuthoringRefusals)).ShouldBe(AuthoringRefusals.All, ignoreOrder: true);
        Constants(typeof(CertificationCodes)).ShouldBe(CertificationCodes.All, ignoreOrder: true);
        Constants(typeof(LearningRefusals)).ShouldBe(LearningRefusals.All, ignoreOrder: true);
        Constants(typeof(Node)).ShouldBe(Node.All, ignoreOrder: true);
    }

    [Theory]
    [InlineData("Planning", false)]
    [InlineData("run-created", false)]
    [InlineData("", false)]
    [InlineData("gate_1_spec_review", true)]
    public void A_name_in_another_form_is_found(string name, bool plain) => IsPlain(name).ShouldBe(plain);

    private static bool IsPlain(string name) => name.Length > 0 && name.All(one => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '_');

    private static IEnumerable<string> Own() =>
        [.. Constants(typeof(AuthoringEvents)), PublishingNames.SuiteCertified, PublishingNames.RowCertified, GradingNames.SuiteGraded];

    private static (string Title, IReadOnlyList<string> Names)[] Groups() =>
    [
        ("Kinds of runs", [AuthoringGraph.KindName, PublishingNames.Kind, GradingNames.Kind]),
        ("Steps of authoring", Node.All),
        ("Steps of publishing", [PublishingNames.Freeze, PublishingNames.Certify, PublishingNames.Publish]),
        ("Steps of grading", [GradingNames.Grade]),
        ("Gates", AuthoringGates.All),
        ("Statuses of runs", [.. Enum.GetValues<RunStatus>().Select(RunStatusNames.Of)]),
        ("Events of the engine", RunEventKinds.All),
        ("Events of the kinds", [.. Own()]),
        ("Refusals of the engine", RunRefusals.All),
        ("Refusals of authoring", AuthoringRefusals.All),
        ("Refusals of teaching", LearningRefusals.All),
        ("Signatures of the engine", RunSignatures.All),
        ("Codes of findings", FindingCode.All),
        ("Codes of findings while authoring", Constants(typeof(AuthoringCode))),
        ("Codes of freezing", [FindingCode.BundleInvalid, PublishingNames.EvidenceUnreadable, PublishingNames.EvidenceRefuses, PublishingNames.EvidenceElsewhere]),
        ("Codes of certification", CertificationCodes.All),
        ("Codes of grading", [GradingNames.WorkspaceRefused]),
        ("Faults of models", [.. Enum.GetValues<ModelFault>().Select(ModelFaults.CodeOf)]),
        ("Troubles of the store", Constants(typeof(StoreTroubleCodes))),
        ("Verdicts", [EvidenceNames.Certified, EvidenceNames.Refused]),
        ("Roles of rows", [.. Enum.GetValues<RowRole>().Select(EvidenceNames.Of)]),
        ("Kinds of mutants", [.. Enum.GetValues<MutantKind>().Select(EvidenceNames.Of)]),
        ("Expectations of cells", [.. Enum.GetValues<Expected>().Select(EvidenceNames.Of)]),
        ("Outcomes of checks", [.. Enum.GetValues<CheckStatus>().Select(EvidenceNames.Of)]),
        ("Stages of courses", [.. Enum.GetValues<CourseStage>().Select(CourseNames.Of)]),
        ("Statuses of courses", [.. Enum.GetValues<CourseStatus>().Select(CourseNames.Of)]),
        ("Operations on courses", [.. Enum.GetValues<CourseOperation>().Select(CourseNames.Of)]),
        ("Statuses of enrollments", [.. Enum.GetValues<EnrollmentStatus>().Select(LearningNames.Of)]),
        ("Statuses of submissions", [.. Enum.GetValues<SubmissionStatus>().Select(LearningNames.Of)]),
    ];

    private static IReadOnlyList<string> Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!)];
}
