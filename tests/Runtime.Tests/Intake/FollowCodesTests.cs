using CaseFlow.Runtime.Intake;

namespace CaseFlow.Runtime.Tests.Intake;

public sealed class FollowCodesTests
{
    [Fact]
    public void Opens_with_its_own_code_only()
    {
        var hash = FollowCodes.Hash("01234567");

        Assert.True(FollowCodes.Matches("01234567", hash));
        Assert.True(FollowCodes.Matches(" 01234567 ", hash));
        Assert.False(FollowCodes.Matches("01234568", hash));
        Assert.False(FollowCodes.Matches("", hash));
    }

    [Fact]
    public void Opens_nothing_without_a_hash()
    {
        Assert.False(FollowCodes.Matches("01234567", null));
        Assert.False(FollowCodes.Matches("01234567", []));
    }

    [Fact]
    public void Salts_each_hash()
    {
        Assert.NotEqual(FollowCodes.Hash("01234567"), FollowCodes.Hash("01234567"));
    }

    [Fact]
    public void Is_eight_digits() => Assert.Matches("^[0-9]{8}$", FollowCodes.New());
}
