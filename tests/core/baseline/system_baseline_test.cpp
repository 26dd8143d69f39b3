// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_reloader.h"

#include "core/baseline/baseline_text.h"
#include "tests/support/safe_umask.h"
#include "tests/support/sockets/snapshot_builder.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

namespace quaywatch::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

std::string entryOn(Port port, const std::string& more = "")
{
    return "schema = 1\n[[expect]]\nport = " + std::to_string(port) +
           "\nprotocol = \"tcp\"\naddress = \"any\"\nprogram = \"any\"\nuser = \"any\"\n"
           "unit = \"any\"\n" +
           more;
}

class SystemBaseline : public ::testing::Test {
protected:
    SystemBaseline() { fs::create_directories(folder()); }

    [[nodiscard]] std::string folder() const { return m_folder.path("expected.d"); }
    [[nodiscard]] std::string own() const { return m_folder.path("expected.toml"); }
    std::string writeSystem(const std::string& name, const std::string& text) const
    {
        return m_folder.write("expected.d/" + name, text);
    }
    void writeOwn(const std::string& text) const { m_folder.write("expected.toml", text); }
    [[nodiscard]] BaselineReloader files() const
    {
        return BaselineReloader(own(), BaselineReloader::IfMissing::IsNone, folder());
    }
    [[nodiscard]] static std::vector<Port> portsOf(const BaselineReloader& files)
    {
        std::vector<Port> ports;
        for (const BaselineEntry& entry : files.current()->entries()) {
            ports.push_back(entry.ports.first);
        }
        return ports;
    }
    [[nodiscard]] static std::string problemsOf(const BaselineReloader& files)
    {
        std::string text;
        for (const Gap& gap : files.problems()) {
            EXPECT_EQ(gap.kind, Gap::Kind::Baseline);
            text += gap.why.english() + "\n" + gap.remedy.english() + "\n";
        }
        return text;
    }

    SafeUmask m_umask;
    TempDir m_folder;
};

TEST_F(SystemBaseline, IsReadInTheOrderOfTheNamesAndTheUsersFileLast)
{
    writeSystem("20-web.toml", entryOn(80));
    writeSystem("10-ssh.toml", entryOn(22));
    writeOwn(entryOn(8080));
    BaselineReloader files = this->files();

    EXPECT_TRUE(files.refresh());

    EXPECT_THAT(portsOf(files), ElementsAre(22, 80, 8080));
    EXPECT_THAT(files.problems(), IsEmpty());
    EXPECT_THAT(files.systemFiles(),
                ElementsAre(folder() + "/10-ssh.toml", folder() + "/20-web.toml"));
}

TEST_F(SystemBaseline, LeavesOutHiddenNamesAndOtherSuffixes)
{
    writeSystem(".hidden.toml", entryOn(1));
    writeSystem("10-ssh.toml.dpkg-old", entryOn(2));
    writeSystem("README", "not TOML");
    writeSystem("10-ssh.toml", entryOn(22));
    BaselineReloader files = this->files();

    files.refresh();

    EXPECT_THAT(portsOf(files), ElementsAre(22));
}

TEST_F(SystemBaseline, IsNoneWithoutFilesAndWithoutAFolder)
{
    BaselineReloader files = this->files();
    EXPECT_FALSE(files.refresh());
    EXPECT_EQ(files.current(), nullptr);

    fs::remove(folder());

    EXPECT_FALSE(files.refresh());
    EXPECT_THAT(files.problems(), IsEmpty());
}

TEST_F(SystemBaseline, NamesABrokenFileWithLineAndColumnAndUsesTheOthers)
{
    writeSystem("10-ssh.toml", entryOn(22));
    writeSystem("20-web.toml", "schema = 1\n[[expect]]\nprot = 3\n");
    writeOwn(entryOn(8080));
    BaselineReloader files = this->files();

    files.refresh();

    EXPECT_THAT(portsOf(files), ElementsAre(22, 8080));
    EXPECT_THAT(problemsOf(files), HasSubstr("expected.d/20-web.toml:3:1: there is no key 'prot'"));
    EXPECT_THAT(problemsOf(files), HasSubstr("(this file is not active; the others are)"));
}

TEST_F(SystemBaseline, KeepsTheLastGoodContentOfAFileThatBreaks)
{
    writeSystem("10-ssh.toml", entryOn(22));
    BaselineReloader files = this->files();
    files.refresh();

    writeSystem("10-ssh.toml", "schema = 1\n[[expect");

    EXPECT_TRUE(files.refresh());
    EXPECT_THAT(portsOf(files), ElementsAre(22));
    EXPECT_THAT(problemsOf(files), HasSubstr("(the previous baseline stays active)"));
    EXPECT_FALSE(files.refresh());
}

TEST_F(SystemBaseline, FollowsFilesThatAppearAndVanish)
{
    writeSystem("10-ssh.toml", entryOn(22));
    BaselineReloader files = this->files();
    files.refresh();
    EXPECT_FALSE(files.refresh());

    writeSystem("20-web.toml", entryOn(80));
    EXPECT_TRUE(files.refresh());
    EXPECT_THAT(portsOf(files), ElementsAre(22, 80));

    fs::remove(folder() + "/10-ssh.toml");
    EXPECT_TRUE(files.refresh());
    EXPECT_THAT(portsOf(files), ElementsAre(80));
}

TEST_F(SystemBaseline, DoesNotUseAFileThatOthersMayWriteUntilThatIsMended)
{
    const std::string path = writeSystem("10-ssh.toml", entryOn(22));
    ::chmod(path.c_str(), 0664);
    BaselineReloader files = this->files();
    files.refresh();
    EXPECT_EQ(files.current(), nullptr);
    EXPECT_THAT(problemsOf(files), HasSubstr("sudo chmod go-w " + path));

    ::chmod(path.c_str(), 0644);

    EXPECT_TRUE(files.refresh());
    EXPECT_THAT(portsOf(files), ElementsAre(22));
    EXPECT_THAT(files.problems(), IsEmpty());
}

TEST_F(SystemBaseline, DoesNotUseAFolderThatOthersMayWrite)
{
    writeSystem("10-ssh.toml", entryOn(22));
    ::chmod(folder().c_str(), 0777);
    BaselineReloader files = this->files();

    files.refresh();

    EXPECT_EQ(files.current(), nullptr);
    EXPECT_THAT(problemsOf(files), HasSubstr("sudo chmod go-w " + folder()));
}

TEST_F(SystemBaseline, KeepsWhatItHadWhileOthersMayWriteTheFolder)
{
    const std::string changed = writeSystem("10-ssh.toml", entryOn(22));
    const std::string deleted = writeSystem("20-web.toml", entryOn(80));
    BaselineReloader files = this->files();
    files.refresh();

    ::chmod(folder().c_str(), 0777);
    writeSystem("10-ssh.toml", entryOn(2222));
    fs::remove(deleted);

    EXPECT_TRUE(files.refresh());
    EXPECT_THAT(portsOf(files), ElementsAre(22, 80));
    EXPECT_FALSE(files.refresh());

    ::chmod(folder().c_str(), 0755);

    EXPECT_TRUE(files.refresh());
    EXPECT_THAT(portsOf(files), ElementsAre(2222));
    EXPECT_THAT(files.systemFiles(), ElementsAre(changed));
}

TEST_F(SystemBaseline, DoesNotUseAFolderWhoseParentOthersMayWrite)
{
    writeSystem("10-ssh.toml", entryOn(22));
    ::chmod(m_folder.path().c_str(), 0777);
    BaselineReloader files = this->files();

    files.refresh();

    EXPECT_EQ(files.current(), nullptr);
    EXPECT_THAT(problemsOf(files), HasSubstr("sudo chmod go-w "));

    // Nobody else can replace a folder there.
    ::chmod(m_folder.path().c_str(), 01777);

    EXPECT_TRUE(files.refresh());
    EXPECT_THAT(portsOf(files), ElementsAre(22));
}

TEST_F(SystemBaseline, NamesALinkToNothing)
{
    writeSystem("10-ssh.toml", entryOn(22));
    fs::create_symlink(m_folder.path("nothing"), folder() + "/20-web.toml");
    BaselineReloader files = this->files();

    files.refresh();

    EXPECT_THAT(portsOf(files), ElementsAre(22));
    EXPECT_THAT(problemsOf(files), HasSubstr("expected.d/20-web.toml"));
}

TEST_F(SystemBaseline, DoesNotUseAFileOfAnotherUser)
{
    if (::geteuid() != 0) {
        GTEST_SKIP() << "only root can give a file away";
    }
    const std::string path = writeSystem("10-ssh.toml", entryOn(22));
    ASSERT_EQ(::chown(path.c_str(), 4711, 0), 0);
    BaselineReloader files = this->files();

    files.refresh();

    EXPECT_EQ(files.current(), nullptr);
    EXPECT_THAT(problemsOf(files), HasSubstr("belongs to user 4711, not to root"));
    EXPECT_THAT(problemsOf(files), HasSubstr("sudo chown root " + path));
}

TEST_F(SystemBaseline, DoesNotWaitForAPipeAndSaysThatItIsNoFile)
{
    ASSERT_EQ(::mkfifo((folder() + "/10-ssh.toml").c_str(), 0644), 0);
    BaselineReloader files = this->files();

    files.refresh();

    EXPECT_THAT(problemsOf(files), HasSubstr("10-ssh.toml is not a file"));
}

TEST_F(SystemBaseline, ReadsABoundedNumberOfFiles)
{
    for (std::size_t i = 0; i < kMaxSystemFiles + 3; ++i) {
        writeSystem(std::to_string(1000 + i) + ".toml", entryOn(static_cast<Port>(1 + i)));
    }
    BaselineReloader files = this->files();

    files.refresh();

    EXPECT_EQ(files.systemFiles().size(), kMaxSystemFiles);
    EXPECT_THAT(problemsOf(files), HasSubstr("has more than 64 files *.toml"));
}

TEST_F(SystemBaseline, HasABoundedNumberOfEntriesInAllFilesTogether)
{
    std::string many = "schema = 1\n";
    for (int i = 0; i < 2000; ++i) {
        many += entryOn(80).substr(11);
    }
    writeSystem("10-many.toml", many);
    writeSystem("20-ssh.toml", entryOn(22));
    BaselineReloader files = this->files();

    files.refresh();

    EXPECT_EQ(files.current()->entries().size(), 2000U);
    EXPECT_THAT(files.systemFiles(), ElementsAre(folder() + "/10-many.toml"));
    EXPECT_THAT(problemsOf(files), HasSubstr("20-ssh.toml: all files of its folder together"));
}

TEST_F(SystemBaseline, IsTheReasonByThePathOfItsFile)
{
    const std::string path = writeSystem("10-ssh.toml", entryOn(22, "note = \"ssh\"\n"));
    writeSystem("20-web.toml", entryOn(80, "fixed = true\n"));
    writeOwn(entryOn(8080));
    BaselineReloader files = this->files();
    files.refresh();
    const Baseline& baseline = *files.current();

    EXPECT_EQ(*baseline.reasonOf(baseline.entries()[0]), path + ", line 2: ssh");
    EXPECT_EQ(*baseline.reasonOf(baseline.entries()[1]), folder() + "/20-web.toml, line 2 (fixed)");
    EXPECT_EQ(*baseline.reasonOf(baseline.entries()[2]), "expected.toml, line 2");
}

}  // namespace
}  // namespace quaywatch::test
