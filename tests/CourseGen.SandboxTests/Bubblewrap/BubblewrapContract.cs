using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>The contract, on the bubblewrap engine.</summary>
public sealed class BubblewrapContract(BubblewrapEngine engine) : SandboxContract(engine.Sandbox), IClassFixture<BubblewrapEngine>;
