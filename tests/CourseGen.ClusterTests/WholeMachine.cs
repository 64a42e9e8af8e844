using Xunit;

namespace CourseGen.ClusterTests;

/// <summary>Tests that keep the whole machine busy, and so come one after another.</summary>
[CollectionDefinition(Collection)]
public sealed class WholeMachine
{
    public const string Collection = "whole machine";
}
