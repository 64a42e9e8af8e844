using Shouldly;
using Xunit;

namespace CourseGen.Tests.Tidy;

public sealed class SizeTests
{
    [Fact]
    public void Files_members_parameters_and_dependencies_stay_small_and_the_baseline_only_shrinks() =>
        Baseline.Differences(Baseline.Read(Repository.Read(Baseline.File)), Repository.Everything.SelectMany(Sizes.Over)).ShouldBeEmpty();

    [Fact]
    public void A_long_file_is_found() => KeysOf(new string('\n', Sizes.FileLines + 1)).ShouldBe(["file A.cs"]);

    [Fact]
    public void A_long_member_is_found() =>
        KeysOf($$"""
            public sealed class Long
            {
                private readonly int[] _table = [
            {{string.Concat(Enumerable.Repeat("        1,\n", Sizes.MemberLines))}}    ];

                public int Short => _table.Length;

                public void Run()
                {
            {{string.Concat(Enumerable.Repeat("        Short.ToString();\n", Sizes.MemberLines))}}    }
            }
            """).ShouldBe(["lines A.cs Long.Run"]);

    [Fact]
    public void Many_parameters_are_found_and_those_of_a_record_are_its_data() =>
        KeysOf("""
            public sealed record Data(int A, int B, int C, int D, int E, int F, int G);

            internal static class Many
            {
                [Obsolete("no")]
                public static (int, int) Of<T>(Dictionary<string, int> one, T two, (int, int) three, int four, int five = 5) where T : class => (four, five);

                public static Task<List<int>> Over<T>(int one, int two, int three, int four, int five, Func<int, int> six) { return one; }
            }
            """).ShouldBe(["parameters A.cs Many.Over"]);

    [Fact]
    public void Many_dependencies_are_found_in_both_kinds_of_constructors() =>
        KeysOf("""
            public class First(int a, int b, int c, int d, int e, int f, int g) : Base(a);

            public class Second
            {
                public Second(int a, int b, int c, int d, int e, int f, int g)
                    : this(a) => _ = b;

                public Second(int a, int b, int c, int d, int e, int f) { }
            }
            """).ShouldBe(["dependencies A.cs Second", "dependencies A.cs First"], ignoreOrder: true);

    [Fact]
    public void What_is_in_the_baseline_may_not_grow_and_an_entry_that_is_not_needed_is_found()
    {
        var baseline = Baseline.Read("# why\nlines A.cs A.B 70\nlines A.cs A.C 70\nlines A.cs A.D 70\n");

        Baseline.Differences(baseline, [("lines A.cs A.B", 70), ("lines A.cs A.C", 71), ("lines A.cs A.D", 69)]).Count().ShouldBe(2);
        Baseline.Differences(baseline, [("lines A.cs A.B", 70), ("lines A.cs A.C", 70)]).ShouldHaveSingleItem().ShouldEndWith("A.cs A.D 0");
    }

    private static IEnumerable<string> KeysOf(string code) => Sizes.Over(new("A.cs", code)).Select(one => one.Key);
}
