using CourseGen.Models;
using CourseGen.Runs;
using CourseGen.Testing;
using CourseGen.Tests.Teaching;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

public sealed class ModelTroubleTests
{
    [Fact]
    public async Task A_model_that_cannot_be_opened_is_trouble_that_a_person_mends_and_no_bug()
    {
        var time = new ManualTime();
        using var data = new TestDatabase(time);
        await using var sandbox = new PretendSandbox();
        var studio = new Studio(data.Database, time, sandbox, AddNumbers.Folder)
        {
            Behind = _ => throw new ModelException(ModelFault.BadRequest, "The provider openai needs a key."),
        };

        var run = await studio.WorkAsync(PowerCut.Never());

        (run.Status, run.Signature).ShouldBe((RunStatus.Faulted, "outside_trouble"));
        run.Sentence!.ShouldContain("The provider openai needs a key.");
    }
}
