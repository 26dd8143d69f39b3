// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost of the connections page with 20,000 rows and every column shown, at 1920 x 1080, for the
// GUI thread: an update with 1 % churn, and one turn of the mouse wheel, each with its painting.

#include "app/gui/sockets/connections_page.h"
#include "app/models/socket_table_model.h"
#include "tests/bench/busy_server.h"

#include <benchmark/benchmark.h>
#include <QApplication>
#include <QEventLoop>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <array>

namespace quaywatch {
namespace {

constexpr std::uint32_t kRows = 20'000;

/// The page with all its columns, and two snapshots to alternate between.
struct WidePage {
    ConnectionsPage page;
    SnapshotPtr first = bench::busyServer(kRows);
    SnapshotPtr second = bench::busyServer(kRows, 100);
    std::array<SnapshotUpdate, 2> updates;

    WidePage()
    {
        updates = {SnapshotUpdate{first, second, diff(*first, *second), false, nullptr},
                   {second, first, diff(*second, *first), false, nullptr}};
        page.resize(1920, 1080);
        for (int section = 0; section < page.header().count(); ++section) {
            page.header().showSection(section);
        }
        page.show();
        const auto empty = std::make_shared<const Snapshot>();
        page.apply({empty, first, diff(*empty, *first), true, nullptr});
        const auto* model = qobject_cast<const SocketTableModel*>(page.view().model());
        QEventLoop loop;
        while (model->isBusy()) {
            loop.processEvents(QEventLoop::WaitForMoreEvents);
        }
        QCoreApplication::processEvents();
    }
};

void pageApplyWithEveryColumn(benchmark::State& state)
{
    WidePage wide;
    std::size_t round = 0;
    for (auto _ : state) {
        wide.page.apply(wide.updates.at(round++ % 2));
        wide.page.repaint();
    }
}

void pageScrollWithEveryColumn(benchmark::State& state)
{
    WidePage wide;
    QScrollBar& bar = *wide.page.view().verticalScrollBar();
    const int turn = 3 * wide.page.view().sizeHintForRow(0);
    for (auto _ : state) {
        bar.setValue(bar.value() + turn < bar.maximum() ? bar.value() + turn : 0);
        QCoreApplication::processEvents();
    }
}

BENCHMARK(pageApplyWithEveryColumn)->Unit(benchmark::kMillisecond);
BENCHMARK(pageScrollWithEveryColumn)->Unit(benchmark::kMillisecond);

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
