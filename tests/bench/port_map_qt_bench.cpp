// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost of a frame of the port map for the GUI thread, in a window of 1280 x 800.

#include "app/delegates/palette_colors.h"
#include "app/gui/port_map/port_map_widget.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <benchmark/benchmark.h>
#include <QApplication>
#include <QImage>
#include <QPainter>

#include <chrono>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;

constexpr QSize kMapSize{1280, 680};

SnapshotPtr snapshotWith(int listeners, std::uint64_t id)
{
    std::vector<SocketRecord> sockets;
    for (int i = 0; i < listeners; ++i) {
        SocketRecord socket = test::tcpListener(static_cast<Port>(1023 - i * 7 % 1024)).id(id);
        socket.exposure = i % 2 == 0 ? Exposure::All : Exposure::Loopback;
        socket.assessment.verdict = i % 10 == 0 ? Verdict::Unexpected : Verdict::Ordinary;
        sockets.push_back(std::move(socket));
    }
    return test::sharedSnapshotOf(std::move(sockets), id);
}

/// A map on which `lit` listeners have just appeared.
struct HighlightedMap {
    FlashClock::TimePoint now{};
    PortMapWidget map{[this] { return now; }};

    HighlightedMap(int lit, const QPalette& palette)
    {
        map.setPalette(palette);
        map.resize(kMapSize);
        const auto none = std::make_shared<const Snapshot>();
        const SnapshotPtr some = snapshotWith(lit, 1);
        map.apply({none, none, {}, true, {}});
        map.apply({none, some, diff(*none, *some), false, {}});
    }
};

/// The whole map with `lit` highlighted cells: the most expensive frame.
void portMapFrame(benchmark::State& state)
{
    HighlightedMap lit(static_cast<int>(state.range(0)), PaletteColors::dark().toPalette());
    QImage image(kMapSize, QImage::Format_ARGB32_Premultiplied);
    lit.map.render(&image);
    lit.now += 200ms;
    for (auto _ : state) {
        lit.map.render(&image, {}, {}, {});
    }
}

/// The cost of a change of size or theme: everything is drawn again.
void portMapRedraw(benchmark::State& state)
{
    HighlightedMap lit(10, PaletteColors::dark().toPalette());
    lit.map.setView(state.range(0) == 0 ? PortMapView::page(0) : PortMapView::all());
    QImage image(kMapSize, QImage::Format_ARGB32_Premultiplied);
    int width = kMapSize.width();
    for (auto _ : state) {
        lit.map.resize(--width, kMapSize.height());
        lit.map.render(&image, {}, {}, {});
        width = width < 1200 ? kMapSize.width() : width;
    }
}

/// The cost of typing a filter while the map is visible: the filter checks each socket, and each
/// port range with the same registry entry.
void portMapFilter(benchmark::State& state)
{
    const SnapshotPtr snapshot = snapshotWith(static_cast<int>(state.range(0)), 1);
    const Filter filter = Filter::parse("http | port:900-1023 !is:unexpected").value_or(Filter());
    PortMapMatches matches;
    for (auto _ : state) {
        matches.setFilter(filter, snapshot);
        benchmark::DoNotOptimize(matches.count({0, 65535}));
    }
}

BENCHMARK(portMapFilter)->ArgName("sockets")->Arg(10)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(portMapFrame)
    ->ArgName("lit")
    ->Arg(0)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1024)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(portMapRedraw)->ArgName("all")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

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
