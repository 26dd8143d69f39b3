// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The cost of an update, a sort and a filter for the GUI thread. Times are CPU time of that thread;
// the sorting itself runs on the worker and is reported as "latency".

#include "app/gui/widgets/selection_keeper.h"
#include "app/models/listeners/listener_tree_model.h"
#include "app/models/socket_table_model.h"
#include "tests/support/sockets/socket_history.h"

#include <benchmark/benchmark.h>
#include <array>
#include <QApplication>
#include <QEventLoop>
#include <QTableView>

namespace quaywatch {
namespace {

using test::process;
using test::tcpConnection;
using test::tcpListener;

// The n-th socket of a generated busy server.
SocketRecord socketOf(std::uint32_t number, const std::vector<ProcessPtr>& processes)
{
    const auto owner = processes[number % processes.size()];
    if (number % 20 == 0) {
        SocketRecord socket =
            tcpListener(static_cast<Port>(1024 + number / 20 % 60000)).id(number).ownedBy(owner);
        socket.exposure = Exposure::All;
        return socket;
    }
    SocketRecord socket = tcpConnection("10.0.0.1", static_cast<Port>(1024 + number % 500),
                                        "10.1." + std::to_string(number / 50000 % 256) + ".1",
                                        static_cast<Port>(10000 + number % 50000));
    socket.key.kernelId = number;
    socket.ownerState = OwnerState::Known;
    socket.ownerSet = std::make_shared<const OwnerSet>(OwnerSet{owner});
    socket.direction = Direction::Inbound;
    socket.bytesReceived = number * 7919ULL % 1000000;
    return socket;
}

std::vector<ProcessPtr> makeProcesses()
{
    std::vector<ProcessPtr> processes;
    for (std::uint32_t pid = 0; pid < 1000; ++pid) {
        processes.push_back(process("daemon" + std::to_string(pid % 40), 1000 + pid));
    }
    return processes;
}

// Two snapshots to alternate between: `churn` percent of the rows are added, as many are removed,
// and as many change.
struct PingPong {
    SnapshotUpdate first;
    std::array<SnapshotUpdate, 2> updates;

    PingPong(std::uint32_t rows, std::uint32_t churn)
    {
        const std::vector<ProcessPtr> processes = makeProcesses();
        std::vector<SocketRecord> left;
        std::vector<SocketRecord> right;
        for (std::uint32_t number = 0; number < rows; ++number) {
            const SocketRecord socket = socketOf(number, processes);
            const std::uint32_t lot = number * 2654435761U % 100;
            if (lot < churn) {
                left.push_back(socket);
                right.push_back(socketOf(number + rows, processes));
                continue;
            }
            left.push_back(socket);
            right.push_back(socket);
            if (lot < 2 * churn) {
                right.back().assessment.verdict = Verdict::Expected;
                right.back().bytesReceived = lot;
            }
        }
        const SnapshotPtr a = test::sharedSnapshotOf(std::move(left), 1);
        const SnapshotPtr b = test::sharedSnapshotOf(std::move(right), 2);
        const auto empty = std::make_shared<const Snapshot>();
        first = {empty, a, diff(*empty, *a), true, nullptr};
        updates = {SnapshotUpdate{a, b, diff(*a, *b), false, nullptr},
                   {b, a, diff(*b, *a), false, nullptr}};
    }
};

template <class Model>
void waitFor(const Model& model)
{
    QEventLoop loop;
    while (model.isBusy()) {
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
}

template <class Model>
void applyUpdates(benchmark::State& state, Model& model)
{
    const PingPong pingPong(static_cast<std::uint32_t>(state.range(0)),
                            static_cast<std::uint32_t>(state.range(1)));
    model.apply(pingPong.first);
    waitFor(model);
    std::size_t round = 0;
    for (auto _ : state) {
        model.apply(pingPong.updates.at(round++ % 2));
    }
}

void tableApply(benchmark::State& state)
{
    FlashClock::TimePoint now{};
    SocketTableModel model([&now] { return now += std::chrono::milliseconds(800); });
    model.sort(static_cast<int>(state.range(2)));
    QTableView view;
    view.setModel(&model);
    applyUpdates(state, model);
}

// An update while everything is selected, as after Ctrl+A: by Qt alone, or with our keeper.
void tableApplySelected(benchmark::State& state)
{
    FlashClock::TimePoint now{};
    SocketTableModel model([&now] { return now += std::chrono::milliseconds(800); });
    QTableView view;
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setModel(&model);
    SelectionKeeper keeper(view);
    if (state.range(1) != 0) {
        QObject::connect(&model, &OrderedModel::aboutToApply, [&] { keeper.take(); });
        QObject::connect(&model, &OrderedModel::applied, [&] { keeper.restore(); });
    }
    const PingPong pingPong(static_cast<std::uint32_t>(state.range(0)), 1);
    model.apply(pingPong.first);
    waitFor(model);
    std::size_t round = 0;
    for (auto _ : state) {
        state.PauseTiming();
        view.selectAll();
        state.ResumeTiming();
        model.apply(pingPong.updates.at(round++ % 2));
    }
}

// A filter as the user waits for it, and an update while it is active.
void listenersApplyFiltered(benchmark::State& state)
{
    FlashClock::TimePoint now{};
    ListenerTreeModel model([&now] { return now += std::chrono::milliseconds(800); });
    model.setFilter(*Filter::parse("daemon1"));
    applyUpdates(state, model);
}

void listenersFilter(benchmark::State& state)
{
    ListenerTreeModel model;
    const PingPong pingPong(100000, 1);
    model.apply(pingPong.first);
    bool isNarrow = false;
    const Filter narrow = *Filter::parse("daemon1");
    for (auto _ : state) {
        isNarrow = !isNarrow;
        model.setFilter(isNarrow ? narrow : Filter());
        waitFor(model);
    }
}

void listenersApply(benchmark::State& state)
{
    FlashClock::TimePoint now{};
    ListenerTreeModel model([&now] { return now += std::chrono::milliseconds(800); });
    applyUpdates(state, model);
}

// Sorts in alternating order and reports the cost for the GUI thread and the user's waiting time.
void tableSort(benchmark::State& state)
{
    SocketTableModel model;
    const PingPong pingPong(100000, 1);
    model.apply(pingPong.first);
    waitFor(model);
    bool isUp = false;
    for (auto _ : state) {
        isUp = !isUp;
        model.sort(static_cast<int>(state.range(0)),
                   isUp ? Qt::AscendingOrder : Qt::DescendingOrder);
        waitFor(model);
    }
}

void tableFilter(benchmark::State& state)
{
    SocketTableModel model;
    const PingPong pingPong(100000, 1);
    model.apply(pingPong.first);
    waitFor(model);
    bool isNarrow = false;
    const Filter narrow = *Filter::parse("daemon1");
    for (auto _ : state) {
        isNarrow = !isNarrow;
        model.setFilter(isNarrow ? narrow : Filter());
        waitFor(model);
    }
}

constexpr auto kPort = static_cast<std::int64_t>(Column::LocalPort);
constexpr auto kProcess = static_cast<std::int64_t>(Column::Process);

BENCHMARK(tableApply)
    ->ArgNames({"rows", "churn%", "column"})
    ->Args({10000, 10, kPort})
    ->Args({100000, 1, kPort})
    ->Args({100000, 1, kProcess})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(listenersApply)
    ->ArgNames({"rows", "churn%"})
    ->Args({10000, 10})
    ->Args({100000, 1})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(tableApplySelected)
    ->ArgNames({"rows", "keeper"})
    ->Args({100000, 0})
    ->Args({100000, 1})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(listenersApplyFiltered)
    ->ArgNames({"rows", "churn%"})
    ->Args({100000, 1})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(listenersFilter)->Unit(benchmark::kMillisecond);
BENCHMARK(tableSort)
    ->ArgName("column")
    ->Arg(kPort)
    ->Arg(kProcess)
    ->Arg(static_cast<std::int64_t>(Column::Service))
    ->Unit(benchmark::kMillisecond);
BENCHMARK(tableFilter)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace quaywatch

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
