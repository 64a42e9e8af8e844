using CourseGen.Domain.Briefs;
using CourseGen.Domain.Verdicts;
using CourseGen.Models;

namespace CourseGen.App.Authoring;

/// <summary>Everything an authoring run knows between two steps.</summary>
public sealed record AuthoringState
{
    public required Brief Brief { get; init; }

    /// <summary>Who answers the questions of this run, now and after any restart.</summary>
    public required AuthoringSetup Setup { get; init; }

    /// <summary>Listing of the draft's tree, as a blob; null until the first node wrote one.</summary>
    public string? Tree { get; init; }

    /// <summary>SHA-256 of the draft.</summary>
    public string? Digest { get; init; }

    /// <summary>The plan, as a blob of JSON; null until there is one.</summary>
    public string? Plan { get; init; }

    /// <summary>What a person wrote when they rejected at a gate; the next plan takes it up.</summary>
    public string? Comment { get; init; }

    /// <summary>How often each node was entered. A node's questions carry the number as their attempt.</summary>
    public IReadOnlyDictionary<string, int> Visits { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>What is used of the authoring lane's budget.</summary>
    public int AuthoringAttempts { get; init; }

    /// <summary>What is used of the reviewer lane's budget.</summary>
    public int ReviewerAttempts { get; init; }

    /// <summary>What the last node that failed hands to the repair.</summary>
    public FailurePacket? Packet { get; init; }

    /// <summary>The signature of the failure that the last repair was for.</summary>
    public string? RepairedSignature { get; init; }

    /// <summary>The nodes that hold for the draft as it is.</summary>
    public IReadOnlyList<string> Passed { get; init; } = [];

    /// <summary>The evidence of the last whole matrix, as a blob of JSON.</summary>
    public string? Evidence { get; init; }

    /// <summary>The same as a page for people, as a blob of HTML.</summary>
    public string? EvidencePage { get; init; }

    /// <summary>The digest that the last whole matrix certified.</summary>
    public string? CertifiedDigest { get; init; }

    /// <summary>How many times the ceilings a person has allowed so far.</summary>
    public int Allowances { get; init; } = 1;

    /// <summary>The node that reached a ceiling; null otherwise. A resumed run goes on there.</summary>
    public string? StoppedAt { get; init; }

    /// <summary>What people decided, in order.</summary>
    public IReadOnlyList<GateRecord> Gates { get; init; } = [];
}

/// <summary>What an authoring run is started with.</summary>
/// <param name="Plan">The plan that the creator agreed to, as a blob of JSON; null: a model makes one.</param>
public sealed record AuthoringInput(Brief Brief, AuthoringSetup Setup, string? Plan = null);

/// <summary>Which model answers, and how the run is driven. Never a key: that comes from the environment.</summary>
/// <param name="Provider">openai, anthropic or recorded.</param>
/// <param name="RecordedFolder">The folder of recorded answers, for the provider recorded.</param>
/// <param name="ApproveGates">Whether the person who started the run approved its gates beforehand.</param>
public sealed record AuthoringSetup(string Provider, string? Model = null, string? BaseUrl = null, string? RecordedFolder = null, bool ApproveGates = false)
{
    /// <summary>What the model costs; null when nobody said.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>What the run may spend on models before it stops and asks, in the currency of <see cref="Price"/>.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>How many tokens, read and written, the run may spend before it stops and asks.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>Whether the run ends with its plan, for the creator to edit.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>A folder that the answers are kept in, to be replayed without a key.</summary>
    public string? RecordTo { get; init; }
}

/// <summary>What a person decided at a gate, on which digest.</summary>
public sealed record GateRecord(string Gate, bool Approved, string? Comment, string By, string Digest);

/// <summary>What went wrong, for a repair: codes, log tails and what was seen.</summary>
/// <param name="Node">The node that failed.</param>
/// <param name="Signature">Equal for the same failure, whatever the logs say.</param>
/// <param name="Digest">The draft it was seen on.</param>
/// <param name="Verified">Nodes that held before.</param>
public sealed record FailurePacket(
    string Node, string Signature, string Digest, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Verified);

/// <summary>What a node found, as its payload.</summary>
public sealed record NodeOutcome
{
    public string? Tree { get; init; }

    public string? Digest { get; init; }

    public string? Plan { get; init; }

    public string? Evidence { get; init; }

    public string? EvidencePage { get; init; }

    /// <summary>Findings of this product's own execution and rules; they decide.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>A model's opinion; it decides nothing.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>One sentence for the timeline.</summary>
    public string Said { get; init; } = "";
}
