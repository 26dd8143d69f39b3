// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/program_update.h"

#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <string>

namespace quaywatch::test {
namespace {

using State = ProgramUpdate::State;
namespace fs = std::filesystem;

class ProgramUpdateTest : public testing::Test {
protected:
    /// Puts a new file in place, as package managers do.
    void install(const std::string& text) const
    {
        m_folder.write("new", text);
        fs::rename(m_folder.path("new"), m_path);
    }
    [[nodiscard]] ProgramFile program() const
    {
        return {m_path, stampOf(m_path).value(), m_running};
    }

    TempDir m_folder;
    std::string m_path = m_folder.write("quaywatch", "version 1");
    /// Stands for /proc/self/exe.
    std::string m_running = m_folder.write("running", "version 1");
};

TEST_F(ProgramUpdateTest, NothingHasChangedAtFirst)
{
    ProgramUpdate update(program());

    EXPECT_EQ(update.check(), State::Same);
    EXPECT_EQ(update.check(), State::Same);
}

TEST_F(ProgramUpdateTest, IsNoticedWhenTwoChecksFindTheSameFile)
{
    ProgramUpdate update(program());
    install("version 2");

    EXPECT_EQ(update.check(), State::Unsettled);
    EXPECT_EQ(update.check(), State::Updated);
    EXPECT_EQ(update.check(), State::Updated);
}

TEST_F(ProgramUpdateTest, AHalfInstalledStateIsNoUpdate)
{
    ProgramUpdate update(program());
    fs::remove(m_path);
    EXPECT_EQ(update.check(), State::Unsettled);
    EXPECT_EQ(update.check(), State::Unsettled);
    install("version 2, a part");
    EXPECT_EQ(update.check(), State::Unsettled);

    install("version 2, the whole");

    EXPECT_EQ(update.check(), State::Unsettled);
    EXPECT_EQ(update.check(), State::Updated);
}

TEST_F(ProgramUpdateTest, TheSameContentInstalledAgainIsNoUpdate)
{
    ProgramUpdate update(program());
    install("version 1");

    EXPECT_EQ(update.check(), State::Unsettled);
    EXPECT_EQ(update.check(), State::Same);
}

TEST_F(ProgramUpdateTest, ContentIsComparedToTheLastByte)
{
    const std::string big(200'000, 'x');
    const std::string a = m_folder.write("a", big + "1");
    const std::string b = m_folder.write("b", big + "2");
    const std::string c = m_folder.write("c", big);

    EXPECT_TRUE(haveSameContent(a, a));
    EXPECT_FALSE(haveSameContent(a, b));
    EXPECT_FALSE(haveSameContent(a, c));
    EXPECT_FALSE(haveSameContent(a, m_folder.path("missing")));
}

TEST(RunningProgram, IsTheFileOfThisTest)
{
    const Result<ProgramFile> program = runningProgram();

    ASSERT_TRUE(program);
    EXPECT_EQ(program->path, fs::read_symlink("/proc/self/exe").string());
    EXPECT_EQ(program->stamp, stampOf(program->path).value());
    ProgramUpdate update(*program);
    EXPECT_EQ(update.check(), State::Same);
}

}  // namespace
}  // namespace quaywatch::test
