using CourseGen.App.Verifying.Mutants;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying.Mutants;

public sealed class TokenSwapsTests
{
    [Theory]
    [InlineData("if (a < b)", "if (a <= b)")]
    [InlineData("if a == b and c", "if a != b and c|if a == b or c")]
    [InlineData("x = a - 1", "x = a + 1|x = a - 2|x = a - 0")]
    [InlineData("MAX = 16_384", "MAX = 16385|MAX = 16383")]
    [InlineData("*at = -x", "")]
    [InlineData("list<int> y", "")]
    [InlineData("return True", "return False")]
    [InlineData("x1 = y", "")]
    public void Numbers_signs_and_words_have_neighbours_and_opposites(string line, string swapped) =>
        string.Join('|', TokenSwaps.Of(line, TokenSwaps.TextsOf([]))).ShouldBe(swapped);

    [Fact]
    public void A_text_takes_the_place_of_the_next_one_in_the_same_quotes() =>
        TokenSwaps.Of("say(\"a < 1\", 'x')", TokenSwaps.TextsOf(["say(\"a < 1\", 'x')", "tell(\"b\")"])).ShouldBe(["say(\"b\", 'x')", "say(\"a < 1\", '')"]);

    [Fact]
    public void A_line_that_no_person_wrote_is_left_alone() => TokenSwaps.Of(new string('1', 2_000), TokenSwaps.TextsOf([])).ShouldBeEmpty();
}
