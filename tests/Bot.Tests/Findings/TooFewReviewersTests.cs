using KominfoBot.Bot.Findings;

namespace KominfoBot.Bot.Tests.Findings;

public sealed class TooFewReviewersTests
{
    [Fact]
    public void Each_step_needs_a_person_of_its_own()
    {
        Assert.True(TooFewReviewers.CanBeFilled([Of(1), Of(2)]));
        Assert.False(TooFewReviewers.CanBeFilled([Of(1), Of(1)]));
        Assert.True(TooFewReviewers.CanBeFilled([Of(1, 2), Of(1)]));
        Assert.True(TooFewReviewers.CanBeFilled([Of(1, 2), Of(2, 3), Of(1)]));
        Assert.False(TooFewReviewers.CanBeFilled([Of(1, 2), Of(2, 1), Of(1, 2)]));
        Assert.False(TooFewReviewers.CanBeFilled([Of(1), Of()]));
        Assert.True(TooFewReviewers.CanBeFilled([]));
    }

    private static HashSet<long> Of(params long[] people) => [.. people];
}
