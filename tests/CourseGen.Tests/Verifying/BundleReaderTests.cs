using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>A folder is held against the contract, and what is wrong is named where the author can mend it.</summary>
public sealed class BundleReaderTests : IDisposable
{
    private readonly TinyBundle _tiny = new();

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_change_nothing()
    {
        _tiny.Write(TinyBundle.Manifest, "\uFEFF" + _tiny.TextOf(TinyBundle.Manifest).ReplaceLineEndings("\r\n"));
        _tiny.Read().Manifest.Slug.ShouldBe("add-numbers");
    }

    public void Dispose() => _tiny.Dispose();
}
