using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>An image that containers are made of.</summary>
/// <param name="Image">Its id.</param>
/// <param name="HostFolders">Folders of this machine that its containers see read-only.</param>
internal sealed record ImageUse(string Image, IReadOnlyList<string> HostFolders);

/// <summary>What is the same for the containers of every session of an engine.</summary>
/// <param name="Boxes">The image of the boxes.</param>
/// <param name="Tools">The image of the engine's own containers.</param>
/// <param name="SearchPath">Where the boxes' programs are.</param>
/// <param name="ImageVolumes">The paths that the boxes' image declares to be volumes.</param>
/// <param name="Owner">Who owns the containers and volumes.</param>
internal sealed record BoxSettings(
    ImageUse Boxes, ImageUse Tools, string SearchPath, IReadOnlyList<string> ImageVolumes, Ownership Owner)
{
    /// <summary>The digest of the image that was asked for; none when it is the machine's own programs.</summary>
    public string? ImageDigest { get; init; }

    /// <summary>Which system calls are allowed, as the engine is told.</summary>
    public string Seccomp { get; init; } = SeccompProfile.Text();

    /// <summary>The file of this machine that containers see as their <c>/etc/hosts</c>; null where the engine makes one.</summary>
    public string? HostsFile { get; init; }

    /// <summary>The labels by which a later engine finds what this one left.</summary>
    public JsonObject Labels() => Owner.Labels();
}

/// <summary>Where the boxes of one side of a session are.</summary>
/// <param name="Keeper">The container whose network they share.</param>
internal sealed record BoxPlace(SessionSpec Spec, Side Side, Volumes Volumes, string Keeper);
