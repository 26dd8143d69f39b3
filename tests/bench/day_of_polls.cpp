// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// day_of_polls: the memory that the watching uses during 24 simulated hours of a fake machine,
// polled each second (86,400 times), whose programs, listeners and connections open and close. As
// JSON:
//   bytes_after_an_hour, bytes_after_a_day   the maximum in the half hour before that time
//   alerts                                   the number of alerts, which shows activity

#include "core/sampling/sampler.h"
#include "core/traffic/port_activity.h"
#include "core/watch/alert_list.h"
#include "core/watch/watcher.h"
#include "tests/bench/counted_memory.h"
#include "tests/support/sockets/fake_close_event_source.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <fmt/core.h>

#include <algorithm>

namespace {

using namespace quaywatch;
using namespace std::chrono_literals;

constexpr unsigned kPolls = 86400;
constexpr unsigned kWarmUp = 3600;
constexpr unsigned kLastPart = 1800;

/// The `number`th program that ever ran here; pids are reused.
ProcessPtr program(unsigned number)
{
    return test::process("p" + std::to_string(number % 997), 2 + number % 32768, 1000 + number % 7);
}

/// Ten permanent servers, one that restarts every minute, one that listens on an unexpected port
/// and is replaced every ten minutes, twenty connections of which two are new each second, and two
/// UDP sockets of clients.
std::vector<SocketRecord> socketsAt(unsigned second)
{
    std::vector<SocketRecord> sockets;
    for (unsigned i = 0; i < 10; ++i) {
        sockets.push_back(
            test::tcpListener(static_cast<Port>(8000 + i)).ownedBy(program(i)).id(100 + i));
    }
    const unsigned minute = second / 60;
    sockets.push_back(
        test::tcpListener(9000).ownedBy(program(100 + minute)).id(1'000'000 + minute));
    const unsigned visit = second / 600;
    sockets.push_back(test::tcpListener(static_cast<Port>(930 + visit % 9))
                          .ownedBy(program(5000 + visit))
                          .id(2'000'000 + visit));
    for (unsigned i = 0; i < 20; ++i) {
        const unsigned number = (second + i / 2) * 2 + i % 2;
        const auto port = static_cast<Port>(32768 + number % 28000);
        sockets.push_back(
            test::tcpConnection("192.0.2.1", port, "198.51.100." + std::to_string(number % 250),
                                static_cast<Port>(i % 3 == 0 ? 443 : 1 + number % 1023))
                .ownedBy(program(number / 50))
                .id(3'000'000 + number));
    }
    for (unsigned i = 0; i < 2; ++i) {
        sockets.push_back(test::udpBound(static_cast<Port>(32768 + (second * 2 + i) % 28000))
                              .ownedBy(program(second / 5))
                              .id(9'000'000'000U + second * 2ULL + i));
    }
    return sockets;
}

class MadeUpMachine final : public SocketSource {
public:
    explicit MadeUpMachine(const unsigned& second)
        : m_second(second)
    {
    }
    Result<Snapshot> read(ReadScope /*scope*/) override
    {
        Snapshot snapshot = test::snapshotOf(socketsAt(m_second), m_second + 1);
        snapshot.takenAt = std::chrono::system_clock::time_point(500000h + m_second * 1s);
        return snapshot;
    }
    Result<std::vector<SocketRecord>> find(std::span<const SocketRecord* const> /*wanted*/) override
    {
        return std::vector<SocketRecord>{};
    }
    [[nodiscard]] std::string_view name() const noexcept override { return "made up"; }

private:
    const unsigned& m_second;
};

/// In addition to the closes between snapshots, three connections a second that no snapshot had.
class GeneratedCloses final : public CloseEventSource {
public:
    explicit GeneratedCloses(const unsigned& second)
        : m_second(second)
    {
    }
    DestroyedSockets take() override
    {
        DestroyedSockets taken;
        for (unsigned i = 0; i < 3; ++i) {
            const unsigned number = m_second * 3 + i;
            taken.sockets.push_back(test::destroyed(
                test::tcpConnection("192.0.2.1", static_cast<Port>(8000 + number % 10),
                                    "203.0.113." + std::to_string(number % 250),
                                    static_cast<Port>(20000 + number % 40000))
                    .id(20'000'000'000U + number),
                100, 1000));
        }
        return taken;
    }
    [[nodiscard]] std::optional<Gap> gap() const override { return std::nullopt; }

private:
    const unsigned& m_second;
};

}  // namespace

int main()
{
    const std::size_t before = bench::bytesInUse();
    unsigned second = 0;
    Sampler sampler(std::make_unique<MadeUpMachine>(second),
                    [](RpcWay) { return Result<std::vector<RpcService>>(); });
    sampler.watchCloses(std::make_unique<GeneratedCloses>(second));
    Watcher watcher(WatchRules{});
    AlertList book;
    PortActivity activity;
    std::size_t alerts = 0;
    std::size_t maxAfterAnHour = 0;
    std::size_t maxAfterADay = 0;
    for (; second < kPolls; ++second) {
        const Result<SnapshotUpdate> update = sampler.sample();
        if (!update) {
            fmt::print(stderr, "day_of_polls: {}\n", describe(update.error()).english());
            return 1;
        }
        activity.add(*update);
        for (const Alert& alert : watcher.observe(*update)) {
            alerts += book.add(alert).isNew ? 1U : 0U;
        }
        const std::size_t held = bench::bytesInUse() - before;
        if (second < kWarmUp && second + kLastPart >= kWarmUp) {
            maxAfterAnHour = std::max(maxAfterAnHour, held);
        } else if (second + kLastPart >= kPolls) {
            maxAfterADay = std::max(maxAfterADay, held);
        }
    }
    fmt::print("{{\"bytes_after_an_hour\":{},\"bytes_after_a_day\":{},\"alerts\":{}}}\n",
               maxAfterAnHour, maxAfterADay, alerts);
}
