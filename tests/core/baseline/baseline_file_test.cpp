// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_file.h"

#include "core/baseline/baseline_reloader.h"
#include "core/baseline/parse_baseline.h"
#include "tests/support/sockets/snapshot_builder.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
namespace fs = std::filesystem;

class BaselineFile : public ::testing::Test {
protected:
    [[nodiscard]] std::string path(const std::string& name = "expected.toml") const
    {
        return m_folder.path(name);
    }
    void write(const std::string& text, const std::string& name = "expected.toml") const
    {
        std::ofstream(path(name), std::ios::binary) << text;
    }
    [[nodiscard]] std::string read(const std::string& name = "expected.toml") const
    {
        std::ifstream file(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] std::ptrdiff_t fileCount() const
    {
        return std::distance(fs::directory_iterator(m_folder.path()), fs::directory_iterator());
    }
    static BaselineEdit adding(Port port)
    {
        return [port](std::string_view text) {
            return withEntry(text, entryFor(tcpListener(port).ownedBy(process("node"))));
        };
    }

    TempDir m_folder;
};

TEST_F(BaselineFile, ReportsWhereAFileIsBroken)
{
    write("schema = 1\n[[expect]]\nprot = 3\n");

    const auto loaded = loadBaseline(path());

    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Malformed);
    EXPECT_THAT(loaded.error().context.english(),
                HasSubstr("expected.toml:3:1: there is no key 'prot'"));
}

TEST_F(BaselineFile, CreatesAFileAndItsFolderWithTheFirstEdit)
{
    const std::string nested = path("a/b/expected.toml");

    ASSERT_TRUE(editBaseline(nested, adding(8080)));

    EXPECT_EQ(loadBaseline(nested)->entries().size(), 1U);
}

TEST_F(BaselineFile, LeavesNoTemporaryFile)
{
    write("schema = 1\n");

    ASSERT_TRUE(editBaseline(path(), adding(8080)));

    EXPECT_EQ(fileCount(), 1);
}

TEST_F(BaselineFile, KeepsThePermissions)
{
    write("schema = 1\n");
    ASSERT_EQ(::chmod(path().c_str(), 0640), 0);

    ASSERT_TRUE(editBaseline(path(), adding(8080)));

    struct stat facts {};
    ASSERT_EQ(::stat(path().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0640U);
}

TEST_F(BaselineFile, ReplacesTheTargetOfALinkAndNotTheLink)
{
    fs::create_directory(path("dotfiles"));
    write("schema = 1\n", "dotfiles/expected.toml");
    fs::create_symlink("dotfiles/expected.toml", path("one"));
    fs::create_symlink("one", path("expected.toml"));

    ASSERT_TRUE(editBaseline(path(), adding(8080)));

    EXPECT_TRUE(fs::is_symlink(path()) && fs::is_symlink(path("one")));
    EXPECT_FALSE(fs::is_symlink(path("dotfiles/expected.toml")));
    EXPECT_THAT(read("dotfiles/expected.toml"), HasSubstr("port = 8080"));
}

TEST_F(BaselineFile, CreatesTheTargetOfADanglingLink)
{
    fs::create_symlink("dotfiles/expected.toml", path("expected.toml"));

    ASSERT_TRUE(editBaseline(path(), adding(8080)));

    EXPECT_TRUE(fs::is_symlink(path()));
    EXPECT_TRUE(fs::is_regular_file(path("dotfiles/expected.toml")));
}

TEST_F(BaselineFile, ReportsALoopOfLinks)
{
    fs::create_symlink("expected.toml", path("expected.toml"));

    EXPECT_FALSE(editBaseline(path(), adding(8080)));
}

TEST_F(BaselineFile, DoesNotTouchABrokenFile)
{
    const std::string broken = "schema = 1\n[[expect\n";
    write(broken);

    EXPECT_FALSE(editBaseline(path(), adding(8080)));

    EXPECT_EQ(read(), broken);
}

TEST_F(BaselineFile, RefusesAPipeWithoutBlocking)
{
    ASSERT_EQ(::mkfifo(path().c_str(), 0600), 0);

    EXPECT_EQ(loadBaseline(path()).error().code, ErrorCode::Unsupported);
    EXPECT_EQ(replaceTextFile(path(), "x").error().code, ErrorCode::Unsupported);
}

TEST_F(BaselineFile, KeepsAPrivateFilePrivateWhateverItsModeOrTheUmask)
{
    const mode_t before = ::umask(0);
    ASSERT_TRUE(replaceTextFile(path("new/one"), "x", FilePrivacy::Private));
    write("x");
    fs::permissions(path(), fs::perms(0666));
    ASSERT_TRUE(replaceTextFile(path(), "y", FilePrivacy::Private));
    ::umask(before);

    EXPECT_EQ(fs::status(path("new")).permissions(), fs::perms(0700));
    EXPECT_EQ(fs::status(path("new/one")).permissions(), fs::perms(0600));
    EXPECT_EQ(fs::status(path()).permissions(), fs::perms(0600));
    EXPECT_EQ(read(), "y");
}

TEST_F(BaselineFile, RefusesAFileThatIsTooLarge)
{
    write(std::string(kMaxBaselineBytes + 1, '#'));

    EXPECT_EQ(loadBaseline(path()).error().code, ErrorCode::Malformed);
}

TEST_F(BaselineFile, KeepsConcurrentEdits)
{
    write("schema = 1\n");
    bool isFirst = true;

    const auto edited = editBaseline(path(), [&](std::string_view text) {
        if (std::exchange(isFirst, false)) {
            EXPECT_TRUE(replaceTextFile(path(), "schema = 1\n# theirs\n"));
        }
        return adding(8080)(text);
    });

    ASSERT_TRUE(edited);
    EXPECT_THAT(read(), HasSubstr("# theirs"));
    EXPECT_THAT(read(), HasSubstr("port = 8080"));
}

TEST_F(BaselineFile, TheKeeperIsEmptyWithoutAFile)
{
    BaselineReloader keeper(path());

    EXPECT_FALSE(keeper.refresh());
    EXPECT_EQ(keeper.current(), nullptr);
    EXPECT_TRUE(keeper.problems().empty());
}

TEST_F(BaselineFile, TheKeeperReadsAFileOnceUntilItChanges)
{
    write("schema = 1\n");
    BaselineReloader keeper(path());
    EXPECT_TRUE(keeper.refresh());
    EXPECT_FALSE(keeper.refresh());

    ASSERT_TRUE(editBaseline(path(), adding(8080)));

    EXPECT_TRUE(keeper.refresh());
    EXPECT_EQ(keeper.current()->entries().size(), 1U);
}

TEST_F(BaselineFile, TheKeeperKeepsTheLastValidOne)
{
    ASSERT_TRUE(editBaseline(path(), adding(8080)));
    BaselineReloader keeper(path());
    keeper.refresh();
    const BaselinePtr good = keeper.current();

    write("schema = 1\n[[expect]]\nport = \n");

    EXPECT_TRUE(keeper.refresh());
    EXPECT_EQ(keeper.current(), good);
    ASSERT_EQ(keeper.problems().size(), 1U);
    EXPECT_EQ(keeper.problems()[0].kind, Gap::Kind::Baseline);
    EXPECT_THAT(keeper.problems()[0].why.english(), HasSubstr("expected.toml:3:"));
    EXPECT_FALSE(keeper.refresh());
}

TEST_F(BaselineFile, TheKeeperClearsTheProblemWhenTheFileIsFixed)
{
    write("schema = 1\n[[expect\n");
    BaselineReloader keeper(path());
    keeper.refresh();
    EXPECT_EQ(keeper.problems().size(), 1U);

    write("schema = 1\n");

    EXPECT_TRUE(keeper.refresh());
    EXPECT_TRUE(keeper.problems().empty());
    EXPECT_NE(keeper.current(), nullptr);
}

TEST_F(BaselineFile, TheKeeperDropsARemovedFile)
{
    write("schema = 1\n");
    BaselineReloader keeper(path());
    keeper.refresh();

    fs::remove(path());

    EXPECT_TRUE(keeper.refresh());
    EXPECT_EQ(keeper.current(), nullptr);
}

}  // namespace
}  // namespace quaywatch::test
