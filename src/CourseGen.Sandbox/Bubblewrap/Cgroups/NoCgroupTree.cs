namespace CourseGen.Sandbox.Bubblewrap.Cgroups;

/// <summary>A machine, or a user, without control groups: nothing is limited or counted over a whole box.</summary>
internal sealed class NoCgroupTree : CgroupTree
{
    public override string Name => "none";

    public override bool HasMemory => false;

    public override bool HasProcesses => false;

    public override bool HasCpu => false;

    public override IReadOnlyList<string> Parents => [];

    protected override Cgroup CreateGroup(string name, Limits limits) => new NoCgroup();

    private sealed class NoCgroup : Cgroup
    {
        public override IReadOnlyList<string> Folders => [];

        public override IReadOnlyList<string> JoinFiles => [];

        public override bool LimitsProcesses => false;

        public override TimeSpan Cpu => TimeSpan.Zero;

        public override long MemoryBytes => 0;

        public override long PeakMemoryBytes => 0;

        public override int Processes => 0;

        public override int PeakProcesses => 0;

        public override long MemoryKills => 0;

        public override long ProcessRefusals => 0;

        public override void Kill()
        {
            // There is no list of a box's processes; commands are ended one by one.
        }
    }
}
