// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline.h"
#include "core/baseline/baseline_draft.h"
#include "core/sockets/classify.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::test {
namespace {

/// A server on port 8000 that runs through the dynamic linker.
SocketRecord throughLoader(const std::optional<std::string>& program)
{
    auto owner = std::make_shared<ProcessInfo>(*process("server", 812, 0, "root"));
    owner->exe = "/usr/lib/ld.so";
    owner->isLoader = true;
    owner->runs = program;
    return tcpListener(8000).ownedBy(owner).id(1);
}

TEST(LoaderEntry, AcceptsOnlyTheSameProgram)
{
    const BaselineEntry entry = entryFor(throughLoader("/srv/shop"));

    EXPECT_EQ(entry.programs, std::vector<std::string>{"/usr/lib/ld.so /srv/shop"});
    EXPECT_TRUE(entry.accepts(throughLoader("/srv/shop")));
    EXPECT_FALSE(entry.accepts(throughLoader("/srv/bank")));
    EXPECT_FALSE(entry.accepts(throughLoader(std::nullopt)));
}

TEST(LoaderEntry, WithTheLoaderAloneAcceptsNothingThatItRuns)
{
    BaselineEntry entry = entryFor(throughLoader("/srv/shop"));
    entry.programs = {"/usr/lib/ld.so"};

    EXPECT_FALSE(entry.accepts(throughLoader("/srv/shop")));
    EXPECT_FALSE(entry.accepts(throughLoader(std::nullopt)));
    EXPECT_EQ(differenceFrom(entry, throughLoader("/srv/shop")).english(),
              "its program is /usr/lib/ld.so /srv/shop, not /usr/lib/ld.so");
    EXPECT_EQ(differenceFrom(entry, throughLoader(std::nullopt)).english(),
              "its program is an unknown one that /usr/lib/ld.so runs, not /usr/lib/ld.so");
}

TEST(LoaderEntry, OfAProgramDoesNotAcceptItThroughALoader)
{
    auto entry = entryFor(throughLoader("/srv/shop"));
    entry.programs = {"/srv/shop"};

    EXPECT_FALSE(entry.accepts(throughLoader("/srv/shop")));
}

TEST(LoaderEntry, ForAnUnknownProgramSaysInADraftThatItNeverFits)
{
    const auto draft = [](const SocketRecord& socket) {
        return draftBaseline(snapshotOf({socket}), kDefaultEphemeralPorts, {}).text;
    };

    EXPECT_THAT(draft(throughLoader(std::nullopt)),
                testing::HasSubstr("\n# program = \"/usr/lib/ld.so\"  # never fits: the program is "
                                   "an unknown one that /usr/lib/ld.so runs\n"));
    EXPECT_THAT(draft(throughLoader("/srv/shop")), testing::Not(testing::HasSubstr("never fits")));
}

}  // namespace
}  // namespace quaywatch::test
