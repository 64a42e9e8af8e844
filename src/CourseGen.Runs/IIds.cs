namespace CourseGen.Runs;

/// <summary>Where new identities come from. Passed in, so that tests can foresee every id.</summary>
public interface IIds
{
    /// <summary>A new identity that nobody else has: <c>prefix_rest</c>, later ones sorting after earlier ones.</summary>
    /// <param name="prefix">What the identity is of, in lower case: <c>run</c>, <c>course</c>.</param>
    string Next(string prefix);
}
