// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_file.h"

#include "core/registry/service_registry.h"
#include "tests/support/registry_files.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <set>
#include <thread>

namespace quaywatch {
namespace {

using test::newerRegistryXml;
using testing::HasSubstr;
using StartKind = RegistryStart::Kind;

class RegistryFile : public testing::Test {
protected:
    [[nodiscard]] std::string path() const { return m_folder.path("data/quaywatch/registry.tsv"); }
    void write(const std::string& text) const
    {
        m_folder.write("data/quaywatch/registry.tsv", text);
    }
    static ImportedRegistry newer() { return *test::imported(newerRegistryXml()); }

    test::TempDir m_folder;
    test::BuiltInRegistryAfterwards m_builtIn;
};

TEST_F(RegistryFile, IsKeptAndInForceAtOnce)
{
    EXPECT_EQ(registry::lookup(931, Protocol::Tcp).state, AssignmentState::Unassigned);

    ASSERT_TRUE(keepRegistry(path(), newer()));

    EXPECT_EQ(registry::lookup(931, Protocol::Tcp).names.first(), "quay");
    EXPECT_EQ(registry::date(), "2026-09-01");
    EXPECT_EQ(registry::findByName("quay")->port, 931);
    EXPECT_FALSE(registry::inForce().isBuiltIn());
}

TEST_F(RegistryFile, SilencesTheStoryOfAPortThatItSaysSomethingElseOf)
{
    ASSERT_NE(registry::story(931), "");
    const std::string_view story = registry::story(113);

    ASSERT_TRUE(keepRegistry(path(), newer()));

    EXPECT_EQ(registry::story(931), "");
    EXPECT_EQ(registry::story(113), story);
}

TEST_F(RegistryFile, IsInForceAgainAtTheNextStart)
{
    ASSERT_TRUE(keepRegistry(path(), newer()));
    registry::use(nullptr);
    ASSERT_EQ(registry::date(), "2026-08-17");

    EXPECT_EQ(startRegistry(path()).kind, StartKind::Imported);

    EXPECT_EQ(registry::date(), "2026-09-01");
    EXPECT_EQ(registry::inForce().importedOn, "2026-11-23");
    EXPECT_EQ(registry::inForce().importedFrom, "/tmp/registry.xml");
}

TEST_F(RegistryFile, IsNotNeeded)
{
    EXPECT_EQ(startRegistry(path()).kind, StartKind::BuiltIn);
    EXPECT_EQ(startRegistry("").kind, StartKind::BuiltIn);
    EXPECT_TRUE(registry::inForce().isBuiltIn());
}

TEST_F(RegistryFile, YieldsToANewerBuiltInRegistry)
{
    write("# date: 2026-08-16\n# imported: 2026-08-20 x\n4\ttcp\tassigned\tmine\t\n");

    const RegistryStart start = startRegistry(path());

    EXPECT_EQ(start.kind, StartKind::Older);
    EXPECT_EQ(start.detail, "2026-08-16");
    EXPECT_TRUE(registry::inForce().isBuiltIn());
}

TEST_F(RegistryFile, ThatIsBrokenLeavesTheBuiltInRegistryInForce)
{
    for (const char* text :
         {"", "# date: 2026-09-01\n", "# date: 2026-09-01\n# imported: soon x\n",
          "# date: 2026-09-01\n# imported: 2026-09-02 x\n4\ttcp\tassigned\t\t\n"}) {
        write(text);

        const RegistryStart start = startRegistry(path());

        EXPECT_EQ(start.kind, StartKind::Broken) << text;
        EXPECT_THAT(start.detail, HasSubstr("registry.tsv")) << text;
        EXPECT_TRUE(registry::inForce().isBuiltIn());
    }
}

TEST_F(RegistryFile, ThatCannotBeWrittenChangesNothing)
{
    write("");
    const ImportedRegistry imported = newer();

    EXPECT_FALSE(keepRegistry(path() + "/below/a/file.tsv", imported));

    EXPECT_TRUE(registry::inForce().isBuiltIn());
}

TEST_F(RegistryFile, IsRemovedSoThatTheNextStartHasTheBuiltInRegistry)
{
    ASSERT_TRUE(keepRegistry(path(), newer()));

    ASSERT_TRUE(removeRegistryFile(path()));

    EXPECT_FALSE(std::filesystem::exists(path()));
    EXPECT_EQ(startRegistry(path()).kind, StartKind::BuiltIn);
    EXPECT_TRUE(removeRegistryFile(path())) << "there is nothing left to do";
}

TEST_F(RegistryFile, SaysSoWhereItCannotBeRemoved)
{
    write("");

    EXPECT_FALSE(removeRegistryFile(m_folder.path("data")));  // A folder, and not empty.
}

TEST_F(RegistryFile, LeavesTextsOfTheRegistryBeforeReadable)
{
    ASSERT_TRUE(keepRegistry(path(), newer()));
    const Assignment before = registry::lookup(931, Protocol::Tcp);
    const auto generation = registry::inForce().generation;

    ASSERT_TRUE(keepRegistry(path(), newer()));
    registry::use(nullptr);

    EXPECT_EQ(before.names.packed(), "quay");
    EXPECT_NE(registry::inForce().generation, generation);
}

TEST_F(RegistryFile, IsAnotherGenerationEachTime)
{
    const LoadedRegistryPtr loaded = newer().registry;
    std::set<std::uint32_t> generations{registry::inForce().generation};
    for (int i = 0; i < 3; ++i) {
        registry::use(loaded);
        generations.insert(registry::inForce().generation);
    }

    EXPECT_EQ(generations.size(), 4U);
}

TEST_F(RegistryFile, ChangesUnderThreadsThatLookUp)
{
    const LoadedRegistryPtr loaded = newer().registry;
    std::atomic<bool> isDone = false;
    std::atomic<int> wrong = 0;
    std::thread reader([&] {
        while (!isDone) {
            const Assignment found = registry::lookup(931, Protocol::Tcp);
            const bool isOld = found.state == AssignmentState::Unassigned && found.names.empty();
            const bool isNew =
                found.state == AssignmentState::Assigned && found.names.packed() == "quay";
            wrong += isOld || isNew ? 0 : 1;
        }
    });

    for (int i = 0; i < 200; ++i) {
        registry::use(i % 2 == 0 ? loaded : nullptr);
    }
    isDone = true;
    reader.join();

    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace quaywatch
