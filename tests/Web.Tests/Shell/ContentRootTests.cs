using CaseFlow.Web.Shell;

namespace CaseFlow.Web.Tests.Shell;

public sealed class ContentRootTests
{
    [Fact]
    public void A_published_program_finds_what_lies_beside_it_and_one_that_was_only_built_where_it_is_started()
    {
        var program = Directory.CreateTempSubdirectory("caseflow-root-");
        try
        {
            Assert.Null(ContentRoot.Of(program.FullName));
            program.CreateSubdirectory("wwwroot");
            Assert.Equal(program.FullName, ContentRoot.Of(program.FullName));
        }
        finally
        {
            program.Delete(recursive: true);
        }
    }
}
