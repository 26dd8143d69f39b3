// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/event_channel.h"

#include "core/linux/tables/destroy_events.h"
#include "tests/support/sockets/test_socket.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <thread>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

using test::TestSocket;

/// Opens and closes a bound UDP socket.
std::uint16_t openAndClose()
{
    TestSocket socket(AF_INET, SOCK_DGRAM);
    socket.bind("127.0.0.1");
    return socket.port();
}

TEST(EventChannel, ReceivesClosedSockets)
{
    auto channel = openEventChannel(1 << 20);
    ASSERT_TRUE(channel) << describe(channel.error());
    openAndClose();

    ASSERT_TRUE((*channel)->wait());
    std::array<std::byte, 8192> buffer{};
    EXPECT_GT((*channel)->receive(buffer).value_or(0), 0U);
    EXPECT_EQ((*channel)->lostCount(), 0U);
}

TEST(EventChannel, StopsWaitingWhenInterrupted)
{
    auto channel = openEventChannel(1 << 20);
    ASSERT_TRUE(channel);

    (*channel)->interrupt();

    EXPECT_FALSE((*channel)->wait());
    EXPECT_FALSE((*channel)->wait()) << "permanently";
}

TEST(EventChannel, ReportsAGapWhenABurstOverflowsASmallBuffer)
{
    constexpr int kBurst = 300;
    auto channel = openEventChannel(/*bufferSize=*/1);  // The kernel raises it to its minimum.
    ASSERT_TRUE(channel);
    EventChannel& kernel = **channel;
    for (int i = 0; i < kBurst; ++i) {
        openAndClose();
    }
    while (kernel.lostCount() == 0U) {
        std::this_thread::yield();  // The kernel delivers events with a delay.
    }

    auto source = DestroyEvents::start(*std::move(channel));
    ASSERT_TRUE(source);
    std::vector<EventGap> gaps;
    std::size_t reported = 0;
    std::set<std::uint16_t> later;  // The ports closed after the burst.
    const auto take = [&] {
        const DestroyedSockets taken = (*source)->take();
        gaps.insert(gaps.end(), taken.gaps.begin(), taken.gaps.end());
        reported += taken.sockets.size();
        return std::any_of(taken.sockets.begin(), taken.sockets.end(), [&](const auto& socket) {
            return later.contains(socket.key.localPort);
        });
    };
    do {
        later.insert(openAndClose());
        std::this_thread::yield();
    } while (!take());  // Events after the burst are reported again.

    ASSERT_FALSE(gaps.empty());
    EXPECT_GT(gaps.front().count.value_or(0), 0U);
    EXPECT_LE(gaps.front().from, gaps.front().to);
    EXPECT_GT(reported, 0U);
}

}  // namespace
}  // namespace quaywatch::linux_backend
