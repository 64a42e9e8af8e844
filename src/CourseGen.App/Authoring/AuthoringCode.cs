namespace CourseGen.App.Authoring;

/// <summary>Codes of what only authoring finds: about how a draft is written, and why a run stops.</summary>
public static class AuthoringCode
{
    public const string ReferenceNotRunnable = "reference_not_runnable";
    public const string OwnedFileMissing = "owned_file_missing";
    public const string OwnedFileUntouched = "owned_file_untouched";
    public const string WorkOutsideOwned = "work_outside_owned";
    public const string LearnerTextMissing = "learner_text_missing";
    public const string GraderJargon = "grader_jargon";
    public const string NoMaterialChange = "no_material_change";
    public const string BudgetExhausted = "budget_exhausted";
    public const string CeilingReached = "ceiling_reached";
    public const string BriefDeclined = "brief_declined";
}
