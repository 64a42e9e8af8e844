using System.Text.Json.Nodes;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Oci;
using CourseGen.SandboxTests.Contract;
using Shouldly;

namespace CourseGen.SandboxTests.Oci;

/// <summary>What engines of one API are told in different words. No engine has to be there.</summary>
public sealed class DialectTests
{
    private static readonly Dialect Podman = Spoken("Libpod-Api-Version");

    [Fact]
    public void An_engine_says_in_its_greeting_which_one_it_is()
    {
        Podman.Name.ShouldBe("podman");
        Spoken("Docker-Experimental").Name.ShouldBe("docker");
    }

    [Fact]
    public void Docker_is_told_what_is_meant()
    {
        var container = Container();
        Dialect.Docker.Container(Container()).ToJsonString().ShouldBe(container.ToJsonString());
        Dialect.Docker.VolumeOptions("size=10,mode=0700").ShouldBe("size=10,mode=0700");
    }

    [Fact]
    public void What_podman_would_add_to_a_box_is_taken_away_or_covered()
    {
        var told = Podman.Container(Container());
        told["UnsetEnv"]!.ToJsonString().ShouldBe("""["TERM","container"]""");
        told["Hostname"]!.GetValue<string>().ShouldBe("box");
        var host = told["HostConfig"]!;
        host["SecurityOpt"]!.ToJsonString().ShouldBe("""["no-new-privileges","mask=/proc/acpi:/sys/class"]""");
        host["Binds"]!.ToJsonString().ShouldBe("""["a:/workspace:nocopy","b:/tmp:nocopy","b:/var/tmp:nocopy"]""");
        host["Tmpfs"]!.ToJsonString().ShouldBe("""{"/run":"ro,size=64k,mode=755","/data":"size=4096,nosuid,mode=1777"}""");
    }

    [Fact]
    public void A_container_without_a_temporary_folder_gets_none_from_podman()
    {
        var container = Container();
        container["HostConfig"]!["Binds"] = new JsonArray("a:/workspace:nocopy");
        container["HostConfig"]!["NetworkMode"] = "none";
        var told = Podman.Container(container);
        told["Hostname"].ShouldBeNull();
        told["HostConfig"]!["Tmpfs"]!.AsObject().Select(one => one.Key).ShouldBe(["/run", "/tmp", "/var/tmp", "/data"]);
    }

    [Fact]
    public void Podman_takes_the_size_of_a_file_system_in_pages()
    {
        var page = Environment.SystemPageSize;
        Podman.VolumeOptions($"size={(3 * page) + 1},nr_inodes=7,mode=0700").ShouldBe("nr_blocks=4,nr_inodes=7,mode=0700");
    }

    [Fact]
    public void Podman_on_another_machine_is_refused()
    {
        using var folder = new TemporaryFolder();
        var settings = new BoxSettings(new ImageUse("", []), new ImageUse("", []), "", [], Ownership.Create());
        var address = EngineAddress.Parse("tcp://elsewhere:1");
        Should.Throw<SandboxException>(() => Podman.Prepare(settings, address, folder.Path)).Message.ShouldContain("tcp://elsewhere:1");
        Dialect.Docker.Prepare(settings, address, folder.Path).ShouldBe(settings);
    }

    [Theory]
    [InlineData("""{"Rootless":true,"CgroupVersion":"1"}""", false)]
    [InlineData("""{"SecurityOptions":["name=rootless"],"CgroupVersion":"1"}""", false)]
    [InlineData("""{"Rootless":true,"CgroupVersion":"2"}""", true)]
    [InlineData("""{"Rootless":false,"CgroupVersion":"1"}""", true)]
    public void An_engine_that_has_no_control_groups_to_give_is_known_by_what_it_says_of_itself(string info, bool holds)
    {
        var guarantee = Guarantees.Of(JsonNode.Parse(info)!).Single(one => one.Name == "a box has control groups of its own");
        guarantee.Required.ShouldBeTrue();
        guarantee.Holds.ShouldBe(holds);
    }

    private static Dialect Spoken(string head)
    {
        using var greeting = new HttpResponseMessage();
        greeting.Headers.Add(head, "1");
        return Dialect.Of(greeting.Headers);
    }

    private static JsonObject Container() => new()
    {
        ["Image"] = "image",
        ["HostConfig"] = new JsonObject
        {
            ["NetworkMode"] = "container:keeper",
            ["ReadonlyRootfs"] = true,
            ["SecurityOpt"] = new JsonArray("no-new-privileges"),
            ["MaskedPaths"] = new JsonArray("/proc/acpi", "/sys/class"),
            ["Binds"] = new JsonArray("a:/workspace:nocopy", "b:/tmp:nocopy"),
            ["Tmpfs"] = new JsonObject { ["/data"] = "size=4096,nr_inodes=4,uid=1000,gid=1000,nosuid" },
        },
    };
}
