// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_file.h"

#include "core/registry/port_notes.h"
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
using StartKind = RegistryLoadResult::Kind;

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

TEST_F(RegistryFile, IsSavedAndActiveAtOnce)
{
    EXPECT_EQ(registry::lookup(931, Protocol::Tcp).state, AssignmentState::Unassigned);

    ASSERT_TRUE(saveRegistry(path(), newer()));

    EXPECT_EQ(registry::lookup(931, Protocol::Tcp).names.first(), "quay");
    EXPECT_EQ(registry::date(), "2026-09-01");
    EXPECT_EQ(registry::findByName("quay")->port, 931);
    EXPECT_FALSE(registry::active().isBuiltIn());
}

TEST_F(RegistryFile, SuppressesTheStoryOfAChangedPort)
{
    ASSERT_TRUE(registry::portNote(931));
    const auto portNote = registry::portNote(113);

    ASSERT_TRUE(saveRegistry(path(), newer()));

    EXPECT_FALSE(registry::portNote(931));
    EXPECT_EQ(registry::portNote(113), portNote);
}

TEST_F(RegistryFile, IsActiveAgainAtTheNextStart)
{
    ASSERT_TRUE(saveRegistry(path(), newer()));
    registry::activate(nullptr);
    ASSERT_EQ(registry::date(), "2026-08-17");

    EXPECT_EQ(startRegistry(path()).kind, StartKind::Imported);

    EXPECT_EQ(registry::date(), "2026-09-01");
    EXPECT_EQ(registry::active().importedOn, "2026-11-23");
    EXPECT_EQ(registry::active().importedFrom, "/tmp/registry.xml");
}

TEST_F(RegistryFile, IsOptional)
{
    EXPECT_EQ(startRegistry(path()).kind, StartKind::BuiltIn);
    EXPECT_EQ(startRegistry("").kind, StartKind::BuiltIn);
    EXPECT_TRUE(registry::active().isBuiltIn());
}

TEST_F(RegistryFile, YieldsToANewerBuiltInRegistry)
{
    write("# date: 2026-08-16\n# imported: 2026-08-20 x\n4\ttcp\tassigned\tmine\t\n");

    const RegistryLoadResult start = startRegistry(path());

    EXPECT_EQ(start.kind, StartKind::Older);
    EXPECT_EQ(start.detail, "2026-08-16");
    EXPECT_TRUE(registry::active().isBuiltIn());
}

TEST_F(RegistryFile, ThatIsBrokenLeavesTheBuiltInRegistryActive)
{
    for (const char* text :
         {"", "# date: 2026-09-01\n", "# date: 2026-09-01\n# imported: soon x\n",
          "# date: 2026-09-01\n# imported: 2026-09-02 x\n4\ttcp\tassigned\t\t\n"}) {
        write(text);

        const RegistryLoadResult start = startRegistry(path());

        EXPECT_EQ(start.kind, StartKind::Broken) << text;
        EXPECT_THAT(start.detail.english(), HasSubstr("registry.tsv")) << text;
        EXPECT_TRUE(registry::active().isBuiltIn());
    }
}

TEST_F(RegistryFile, ThatCannotBeReadIsNotSaidToExist)
{
    // A path through a loop of links fails for root, too.
    m_folder.write("data/here", "");
    std::filesystem::create_symlink("quaywatch", m_folder.path("data/quaywatch"));

    const RegistryLoadResult start = startRegistry(path());

    EXPECT_EQ(start.kind, StartKind::Unreadable);
    EXPECT_THAT(start.detail.english(), HasSubstr("registry.tsv"));
    EXPECT_TRUE(registry::active().isBuiltIn());
}

TEST_F(RegistryFile, ThatCannotBeWrittenChangesNothing)
{
    write("");
    const ImportedRegistry imported = newer();

    EXPECT_FALSE(saveRegistry(path() + "/below/a/file.tsv", imported));

    EXPECT_TRUE(registry::active().isBuiltIn());
}

TEST_F(RegistryFile, CanBeRemovedForTheBuiltInRegistry)
{
    ASSERT_TRUE(saveRegistry(path(), newer()));

    ASSERT_TRUE(removeRegistryFile(path()));

    EXPECT_FALSE(std::filesystem::exists(path()));
    EXPECT_EQ(startRegistry(path()).kind, StartKind::BuiltIn);
    EXPECT_TRUE(removeRegistryFile(path())) << "there is nothing to remove";
}

TEST_F(RegistryFile, ThatIsGoneWhenItIsReadAgainMakesTheBuiltInRegistryActive)
{
    ASSERT_TRUE(saveRegistry(path(), newer()));
    ASSERT_TRUE(removeRegistryFile(path()));

    EXPECT_EQ(startRegistry(path()).kind, StartKind::BuiltIn);

    EXPECT_TRUE(registry::active().isBuiltIn());
}

TEST_F(RegistryFile, ReportsThatItCannotBeRemoved)
{
    write("");

    EXPECT_FALSE(removeRegistryFile(m_folder.path("data")));  // A folder that is not empty.
}

TEST_F(RegistryFile, KeepsTextsOfThePreviousRegistryReadable)
{
    ASSERT_TRUE(saveRegistry(path(), newer()));
    const Assignment before = registry::lookup(931, Protocol::Tcp);
    const auto generation = registry::active().generation;

    ASSERT_TRUE(saveRegistry(path(), newer()));
    registry::activate(nullptr);

    EXPECT_EQ(before.names.packed(), "quay");
    EXPECT_NE(registry::active().generation, generation);
}

TEST_F(RegistryFile, HasANewGenerationEachTime)
{
    const LoadedRegistryPtr loaded = newer().registry;
    std::set<std::uint32_t> generations{registry::active().generation};
    for (int i = 0; i < 3; ++i) {
        registry::activate(loaded);
        generations.insert(registry::active().generation);
    }

    EXPECT_EQ(generations.size(), 4U);
}

TEST_F(RegistryFile, CanChangeDuringConcurrentLookups)
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
        registry::activate(i % 2 == 0 ? loaded : nullptr);
    }
    isDone = true;
    reader.join();

    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace quaywatch
