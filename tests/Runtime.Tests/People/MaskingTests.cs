using CaseFlow.Runtime.People;

namespace CaseFlow.Runtime.Tests.People;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("王小明", "王**")]
    [InlineData("Alice", "A**")]
    [InlineData("𠮷田", "𠮷**")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Keeps_the_first_letter_of_a_name(string? name, string? masked) => Assert.Equal(masked, Masking.Name(name));

    [Theory]
    [InlineData("13800000001", "138****0001")]
    [InlineData("80001234", "****34")]
    [InlineData("110", "****")]
    [InlineData(null, null)]
    public void Keeps_the_ends_of_a_phone_number(string? phone, string? masked) => Assert.Equal(masked, Masking.Phone(phone));

    [Theory]
    [InlineData("榆荫社区三号院7号楼2单元501", "榆荫社区三号****")]
    [InlineData("3号楼", "****")]
    [InlineData("", null)]
    public void Keeps_the_place_but_not_the_door_of_an_address(string? address, string? masked) => Assert.Equal(masked, Masking.Address(address));

    [Theory]
    [InlineData("138 0000-0001", "13800000001")]
    [InlineData("+86 13800000001", "13800000001")]
    [InlineData("0086-13800000001", "13800000001")]
    [InlineData("１３８００００００01", "13800000001")]
    [InlineData("(0571) 8000 1234", "057180001234")]
    [InlineData("none", null)]
    public void Finds_one_number_behind_many_spellings(string typed, string? digits) => Assert.Equal(digits, PhoneNumbers.Normalize(typed));
}
