using System.ComponentModel;

namespace CourseGen.App.Authoring;

/// <summary>A plan of the course, as a model answers it.</summary>
public sealed record PlanAnswer(
    [property: Description("3 to 60 of a-z, 0-9 and hyphen")] string Slug,
    string Title,
    string Summary,
    [property: Description("http or command")] string Surface,
    StackAnswer Stack,
    [property: Description("The port of an http course, otherwise 0")] int Port,
    [property: Description("The health path of an http course, otherwise empty")] string Health,
    bool InstallNetwork,
    [property: Description("What a learner can do afterwards: the creator's own, word for word, or yours where the brief has none")] IReadOnlyList<string> Outcomes,
    IReadOnlyList<DeliverableAnswer> Deliverables,
    [property: Description("Empty; or, when no course can be made of this brief, one sentence that says why")] string Declined);

public sealed record StackAnswer(
    string Language, string LanguageVersion, string Framework, string PackageManager, string Database, string Cache);

/// <summary>A deliverable of the plan.</summary>
/// <param name="Owns">Paths or globs in the starter that the learner edits.</param>
public sealed record DeliverableAnswer(string Id, string Title, IReadOnlyList<string> Owns, IReadOnlyList<PromiseAnswer> Promises);

public sealed record PromiseAnswer(string Id, string Text);

/// <summary>Whole files by their path.</summary>
public sealed record FilesAnswer(IReadOnlyList<FileAnswer> Files);

/// <summary>One file.</summary>
/// <param name="Path">Relative to the part that was asked for.</param>
public sealed record FileAnswer(string Path, string Content, bool Executable);

/// <summary>The starter that goes with a reference: stubs of what the learner owns, and the briefs.</summary>
/// <param name="Owned">Stubs of the owned files, by their path in the project.</param>
/// <param name="Briefs">One Markdown text per deliverable.</param>
public sealed record StarterAnswer(IReadOnlyList<FileAnswer> Owned, IReadOnlyList<BriefAnswer> Briefs);

public sealed record BriefAnswer(string Deliverable, string Markdown);

/// <summary>The suites of one deliverable.</summary>
/// <param name="Shared">Helpers for the hidden suites, under checks/shared.</param>
/// <param name="Witnesses">Which checks witness which promise.</param>
public sealed record SuitesAnswer(
    SuiteAnswer Visible, SuiteAnswer Hidden, IReadOnlyList<FileAnswer> Shared, IReadOnlyList<WitnessAnswer> Witnesses);

/// <param name="Report">coursegen, junit, tap or exit.</param>
public sealed record SuiteAnswer(string Report, IReadOnlyList<FileAnswer> Files);

public sealed record WitnessAnswer(string Promise, IReadOnlyList<string> Checks);

/// <summary>The known-good and known-bad solutions of one deliverable.</summary>
public sealed record VariantsAnswer(IReadOnlyList<VariantAnswer> Variants);

/// <param name="Role">reference (a milestone), partial, naive, buggy or forger.</param>
/// <param name="Base">starter or reference.</param>
public sealed record VariantAnswer(
    string Name, string Role, string Base, string? Deliverable, IReadOnlyList<string> Delete, IReadOnlyList<string> Breaks, string Why,
    IReadOnlyList<FileAnswer> Files);

/// <summary>A repair: files of the bundle with their new content; one without content is removed.</summary>
public sealed record RepairAnswer(string Explanation, IReadOnlyList<EditAnswer> Edits);

/// <param name="Path">Relative to the bundle.</param>
/// <param name="Content">The whole new content, or null to remove the file.</param>
public sealed record EditAnswer(string Path, string? Content, bool Executable);

/// <summary>A model's opinion. It advises and decides nothing.</summary>
public sealed record OpinionAnswer(IReadOnlyList<RemarkAnswer> Remarks);

/// <param name="Severity">info or warning.</param>
public sealed record RemarkAnswer(string Severity, string Path, string Text);
