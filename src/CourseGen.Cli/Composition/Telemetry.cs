using CourseGen.Models;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CourseGen.Cli.Composition;

/// <summary>
/// Sends spans and metrics by OTLP, where OpenTelemetry's own variables say (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its
/// kin). Without that variable nothing is measured and nothing is sent.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    private readonly TracerProvider? _spans;
    private readonly MeterProvider? _metrics;

    private Telemetry(TracerProvider? spans, MeterProvider? metrics) => (_spans, _metrics) = (spans, metrics);

    public static Telemetry Start()
    {
        if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"))) return new(null, null);
        var resource = ResourceBuilder.CreateDefault().AddService("coursegen", serviceVersion: ProductVersion.Name);
        return new(
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(ModelTelemetry.Name).AddOtlpExporter().Build(),
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(ModelTelemetry.Name).AddOtlpExporter().Build());
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _spans?.Dispose();
        _metrics?.Dispose();
    }
}
