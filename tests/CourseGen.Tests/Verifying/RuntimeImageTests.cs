using CourseGen.App.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

public sealed class RuntimeImageTests
{
    [Theory]
    [InlineData("COPY a.txt b.txt /work/", "a.txt b.txt")]
    [InlineData("copy --chown=1000:1000 --chmod=755 ./lock* .", "lock*")]
    [InlineData("ADD [\"with space.txt\", \"/deps/\", \"/work\"]", "with space.txt deps/")]
    [InlineData("COPY a \\\n  b \\\n  /work", "a b")]
    [InlineData("COPY . /work", "**")]
    [InlineData("COPY --from=build /out/program /bin/", "")]
    [InlineData("ADD https://example.org/x.tar /x", "")]
    [InlineData("# COPY a b\nRUN echo COPY a b\nENV COPY=a", "")]
    [InlineData("COPY [not a list", "")]
    [InlineData("COPY", "")]
    public void What_a_Dockerfile_copies_is_part_of_its_recipe(string dockerfile, string copied) =>
        string.Join(' ', RuntimeImage.CopiedBy($"FROM base\n{dockerfile}\nUSER 0\n")).ShouldBe(copied);
}
