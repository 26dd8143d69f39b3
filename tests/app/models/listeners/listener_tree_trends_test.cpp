// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delegates/palette_colors.h"
#include "app/delegates/socket_delegate.h"
#include "app/models/listeners/listener_tree_model.h"
#include "tests/support/sockets/socket_history.h"
#include "tests/support/sockets/traffic_builder.h"

#include <gtest/gtest.h>
#include <QAbstractItemModelTester>
#include <QPainter>
#include <QSignalSpy>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using test::tcpListener;
using test::udpBound;

class ListenerTrendsTest : public testing::Test {
protected:
    void SetUp() override { model.setActivity(nullptr, &traffic); }

    /// A poll of three ports after so many new connections to 80 and 443.
    void poll(std::uint64_t http, std::uint64_t https)
    {
        now += 1s;
        TrafficSample sample = test::sampleOf(now, 1s);
        sample.ports[{80, Protocol::Tcp}].opened = http;
        sample.ports[{443, Protocol::Tcp}].opened = https;
        sample.ports[{53, Protocol::Udp}].listeners = 1;
        traffic.add(sample);
        model.apply(history.next({tcpListener(80), tcpListener(443), udpBound(53)}));
    }
    [[nodiscard]] QVariant cell(Port port, int role = Qt::DisplayRole) const
    {
        const QModelIndex tcp = model.indexOf(port, Protocol::Tcp, Column::Activity);
        return (tcp.isValid() ? tcp : model.indexOf(port, Protocol::Udp, Column::Activity))
            .data(role);
    }
    [[nodiscard]] std::vector<int> ports() const
    {
        std::vector<int> all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all.push_back(model.recordAt(model.index(row, 0))->key.localPort);
        }
        return all;
    }

    std::chrono::system_clock::time_point now = test::kNoon;
    TrafficSeries traffic;
    test::SocketHistory history;
    ListenerTreeModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(ListenerTrendsTest, ShowsTheConnectionsOfTheLastMinute)
{
    poll(5, 0);
    poll(2, 0);

    EXPECT_EQ(cell(80).toString(), u"7"_s);
    EXPECT_EQ(cell(443).toString(), u"0"_s);
    EXPECT_EQ(cell(80, SortRole).toUInt(), 7U);
    EXPECT_EQ(cell(80, Qt::AccessibleTextRole).toString(),
              u"Connections: 7 in the last minute, 7 in the last half hour (monitored for 1 "
              "min of it)"_s);
}

TEST_F(ListenerTrendsTest, ShowsNothingForUdpAndForASocket)
{
    poll(5, 0);

    EXPECT_EQ(cell(53).toString(), u"\u2013"_s);
    EXPECT_FALSE(cell(53, SortRole).isValid());
    const QModelIndex http = model.indexOf(80, Protocol::Tcp);
    EXPECT_EQ(model.index(0, static_cast<int>(Column::Activity), http).data(TrendRole), QVariant());
}

TEST_F(ListenerTrendsTest, SaysWhyUdpHasNoTrend)
{
    poll(5, 0);

    EXPECT_TRUE(cell(53, Qt::ToolTipRole).toString().contains(u"the kernel counts none"_s));
    EXPECT_TRUE(cell(53, Qt::AccessibleTextRole).toString().contains(u"the kernel counts none"_s));
    EXPECT_FALSE(cell(80, Qt::ToolTipRole).toString().contains(u"UDP"_s));
}

TEST_F(ListenerTrendsTest, SortsByTheLastMinuteAndMovesChangedRows)
{
    model.sort(static_cast<int>(Column::Activity), Qt::DescendingOrder);
    poll(5, 1);
    EXPECT_EQ(ports(), (std::vector{80, 443, 53}));

    poll(0, 9);

    EXPECT_EQ(ports(), (std::vector{443, 80, 53}));
    model.sort(static_cast<int>(Column::Activity), Qt::AscendingOrder);
    EXPECT_EQ(ports(), (std::vector{80, 443, 53})) << "unknown values are last in both orders";
}

TEST_F(ListenerTrendsTest, SignalsOnlyThatColumnAndOnlyIfItChanged)
{
    poll(5, 1);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

    poll(0, 0);
    EXPECT_EQ(changes.count(), 0);

    poll(1, 0);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(changes[0][0].toModelIndex(), model.indexOf(80, Protocol::Tcp, Column::Activity));
    EXPECT_EQ(changes[0][1].toModelIndex(), model.indexOf(80, Protocol::Tcp, Column::Activity));
}

TEST_F(ListenerTrendsTest, PaintsABarForAMinuteWithConnections)
{
    poll(5, 0);
    const SocketDelegate delegate{QFont()};
    const QColor accent = PaletteColors::light().accent;
    const auto barHeight = [&](Port port) {
        QImage image(120, 30, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.palette = PaletteColors::light().toPalette();
        delegate.paint(&painter, option, model.indexOf(port, Protocol::Tcp, Column::Activity));
        int most = 0;
        for (int x = 0; x < image.width(); ++x) {
            int height = 0;
            for (int y = 0; y < image.height(); ++y) {
                height += image.pixelColor(x, y) == accent ? 1 : 0;
            }
            most = std::max(most, height);
        }
        return most;
    };

    EXPECT_GT(barHeight(80), 10);
    EXPECT_EQ(barHeight(443), 0);
}

}  // namespace
}  // namespace quaywatch
