using CourseGen.App.Verifying;
using Spectre.Console;

namespace CourseGen.Cli.Showing;

/// <summary>Shows how far a long piece of work is: as a bar on a terminal, as a line now and then elsewhere.</summary>
internal static class ProgressView
{
    /// <param name="first">What is done before the first report.</param>
    public static Task<T> RunAsync<T>(CliHost host, string first, Func<IProgress<CertifyProgress>, Task<T>> work) =>
        host.Screen.Live ? AsBarAsync(host.Screen, first, work) : AsLinesAsync(host, first, work);

    private static Task<T> AsBarAsync<T>(Screen screen, string first, Func<IProgress<CertifyProgress>, Task<T>> work) =>
        screen.Progress.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(Spinner.Known.Dots), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context =>
            {
                var task = context.AddTask(Rich.Of($"{first}").Markup);
                task.IsIndeterminate = true;
                return work(new Bar(task));
            });

    private static Task<T> AsLinesAsync<T>(CliHost host, string first, Func<IProgress<CertifyProgress>, Task<T>> work)
    {
        host.Screen.Progress.Profile.Out.Writer.WriteLine(first);
        return work(new Lines(host.Screen.Progress.Profile.Out.Writer, host.Time));
    }

    private sealed class Bar(ProgressTask task) : IProgress<CertifyProgress>
    {
        private const int WidthOfNow = 44;
        private readonly Lock _one = new();

        public void Report(CertifyProgress value)
        {
            lock (_one)
            {
                task.IsIndeterminate = false;
                task.MaxValue = value.Total;
                // Reports of suites that end together may overtake each other.
                task.Value = Math.Max(task.Value, value.Done);
                task.Description = Rich.Of($"{$"{task.Value:0}/{value.Total}"} {Rich.Clip(value.Now, WidthOfNow)}").Markup;
            }
        }
    }

    private sealed class Lines(TextWriter writer, TimeProvider time) : IProgress<CertifyProgress>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
        private readonly Lock _one = new();
        private readonly long _start = time.GetTimestamp();
        private TimeSpan _next;
        private int _done;

        public void Report(CertifyProgress value)
        {
            lock (_one)
            {
                if (value.Done <= _done) return;
                _done = value.Done;
                var elapsed = time.GetElapsedTime(_start);
                if (elapsed < _next && value.Done < value.Total) return;
                _next = elapsed + Pause;
                writer.WriteLine($"{value.Done}/{value.Total}  {elapsed.TotalSeconds:0} s  {Rich.Clean(value.Now)}");
            }
        }
    }
}
