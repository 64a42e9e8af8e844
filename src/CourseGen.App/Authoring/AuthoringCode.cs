namespace CourseGen.App.Authoring;

/// <summary>Codes of findings that only authoring makes, about how a draft is written.</summary>
public static class AuthoringCode
{
    public const string ReferenceNotRunnable = "reference_not_runnable";
    public const string OwnedFileMissing = "owned_file_missing";
    public const string OwnedFileUntouched = "owned_file_untouched";
    public const string WorkOutsideOwned = "work_outside_owned";
    public const string LearnerTextMissing = "learner_text_missing";
    public const string GraderJargon = "grader_jargon";
    public const string NoMaterialChange = "no_material_change";
    public const string CeilingReached = "ceiling_reached";
    public const string BriefDeclined = "brief_declined";
}
