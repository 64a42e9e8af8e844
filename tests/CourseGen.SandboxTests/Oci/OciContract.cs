using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Oci;

/// <summary>The contract, on the OCI engine.</summary>
[Collection(OciEngine.Collection)]
public sealed class OciContract(OciEngine engine) : SandboxContract(engine.Sandbox), IClassFixture<OciEngine>;
