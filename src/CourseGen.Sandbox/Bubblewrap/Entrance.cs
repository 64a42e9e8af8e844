using System.Globalization;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>How a command of the engine gets into its box (docs/adr/0012-a-launcher-thread.md).</summary>
internal abstract class Entrance
{
    /// <summary>The one for whom this process runs as.</summary>
    public static Entrance Own { get; } = Launcher.IsPossible ? new LauncherEntrance() : new ScriptEntrance();

    /// <summary>Starts bubblewrap with a command. Bubblewrap ends with this process.</summary>
    /// <exception cref="SandboxException">It cannot be started, or the session is gone.</exception>
    public abstract Child Start(CommandPlan plan);

    /// <summary>The process of bubblewrap, once it is there.</summary>
    public abstract IReadOnlyList<int> BubblewrapOf(Child started);
}

/// <summary>A shell goes in and becomes bubblewrap (Scripts/enter.sh).</summary>
internal sealed class ScriptEntrance : Entrance
{
    public override Child Start(CommandPlan plan)
    {
        using var nothing = plan.OpenEmptyInput();
        return Child.Start(
            "sh",
            [
                plan.EnterScript, plan.Folder, SessionFiles.NameOf(plan.Side), plan.User.ToString(CultureInfo.InvariantCulture),
                plan.Limits.OpenFiles.ToString(CultureInfo.InvariantCulture), plan.Processes, "-",
                string.Join(' ', plan.Holder.Namespaces), .. plan.Arguments,
            ],
            new(nothing, plan.User) { More = [(plan.Account, 7)] });
    }

    /// <remarks>What was started becomes nsenter, whose child it is.</remarks>
    public override IReadOnlyList<int> BubblewrapOf(Child started) => ProcessTree.ChildrenOf(started.Id);
}

/// <summary>The launcher starts bubblewrap where the command belongs, which spares two programs a command. Only root's can.</summary>
internal sealed class LauncherEntrance : Entrance
{
    public override Child Start(CommandPlan plan)
    {
        using var files = new OpenFiles();
        var nothing = plan.OpenEmptyInput();
        if (nothing is not null)
            files.Add(nothing);
        var filter = files.Add(File.OpenHandle(plan.FilterFile));
        var (reading, writing) = Libc.MakePipe(user: 0);
        files.Add(reading);
        files.Add(writing);
        var place = PlaceOf(plan, files);
        var child = Child.Start(
            "bwrap", ["--args", "8", .. plan.Arguments],
            new(nothing, plan.User)
            {
                More = [(plan.Account, 7), (reading, 8), (filter, 9)],
                Start = (prepared, out id) => Launcher.Start(prepared, place, out id),
            });
        plan.Meter.Cgroup.Add(child.Id);
        // Bubblewrap does nothing before it has read these to their end. If it has died, its own ending says why.
        reading.Dispose();
        Libc.WriteAll(writing, File.ReadAllBytes(SessionFiles.ArgumentsOf(plan.Folder, plan.Side)));
        return child;
    }

    public override IReadOnlyList<int> BubblewrapOf(Child started) => [started.Id];

    private static Place PlaceOf(CommandPlan plan, OpenFiles files)
    {
        var (join, back) = plan.Meter.Cgroup.ThreadFiles;
        return new Place
        {
            Session = plan.Holder.Process,
            Namespaces = plan.Holder.NamespaceKinds,
            User = plan.User,
            Groups = [.. join.Select(path => files.Add(Libc.OpenToWrite(path)))],
            OwnGroups = [.. back.Select(path => files.Add(Libc.OpenToWrite(path)))],
            Limits =
            [
                new(ResourceKind.CoreFile, 0),
                new(ResourceKind.OpenFiles, (ulong)plan.Limits.OpenFiles),
                .. ulong.TryParse(plan.Processes, CultureInfo.InvariantCulture, out var processes) ? [new(ResourceKind.Processes, processes)] : Array.Empty<ResourceLimit>(),
            ],
        };
    }
}
