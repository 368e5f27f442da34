namespace KominfoBot.Architecture.Tests;

/// <summary>Dependencies point one way: Bot to Workflow, PublicFeed, Sandbox and the library; PublicFeed to the published shape; the rest to nothing of ours.</summary>
public sealed class DependencyTests
{
    [Fact]
    public void Workflow_uses_nothing_of_ours() => Assert.Empty(OurAssembly.Workflow.UsesOfOurs);

    [Fact]
    public void Workflow_knows_no_web_and_no_host()
        => Assert.DoesNotContain(OurAssembly.Workflow.Uses, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal) || name == "System.Net.Http");

    [Fact]
    public void The_library_uses_nothing_of_ours() => Assert.Empty(OurAssembly.Library.UsesOfOurs);

    [Fact]
    public void Sandbox_uses_nothing_of_ours() => Assert.Empty(OurAssembly.Sandbox.UsesOfOurs);

    [Fact]
    public void PublicFeed_uses_nothing_of_ours_but_Workflow() => Assert.Empty(OurAssembly.PublicFeed.UsesOfOurs.Except(["KominfoBot.Workflow"]));

    [Fact]
    public void PublicFeed_sees_the_published_shape_and_neither_drafts_nor_people()
    {
        string[] doors =
        [
            "KominfoBot.Workflow.News.StyledText", "KominfoBot.Workflow.News.Mark", "KominfoBot.Workflow.News.MarkKind",
            "KominfoBot.Workflow.Storage.NewsroomStore", "KominfoBot.Workflow.Storage.Signals", "KominfoBot.Workflow.Storage.Signal",
        ];
        Assert.Empty(OurAssembly.PublicFeed.TypesUsedOf("KominfoBot.Workflow").Where(type => !type.StartsWith("KominfoBot.Workflow.Publication.", StringComparison.Ordinal)).Except(doors));
    }

    [Fact]
    public void Bot_takes_the_sandbox_by_its_front_door()
    {
        string[] doors =
        [
            "KominfoBot.Sandbox.SandboxSetup", "KominfoBot.Sandbox.SandboxOptions", "KominfoBot.Sandbox.SandboxOffice", "KominfoBot.Sandbox.SandboxPhone", "KominfoBot.Sandbox.SandboxClock",
            "KominfoBot.Sandbox.SandboxScene", "KominfoBot.Sandbox.SceneProgress", "KominfoBot.Sandbox.SandboxDriver", "KominfoBot.Sandbox.SeenMessage", "KominfoBot.Sandbox.SeenButton", "KominfoBot.Sandbox.PressAnswer", "KominfoBot.Sandbox.Page.SamplePhotos",
            "KominfoBot.Sandbox.MachineView", "KominfoBot.Sandbox.MachineState", "KominfoBot.Sandbox.MachineLifecycle", "KominfoBot.Sandbox.MachinePlace", "KominfoBot.Sandbox.MachineSection",
        ];
        Assert.Empty(OurAssembly.Bot.TypesUsedOf("KominfoBot.Sandbox").Except(doors));
    }
}
