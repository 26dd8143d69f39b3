// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/socket_lines.h"

#include "app/text/socket_text.h"
#include "core/sockets/classify.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <optional>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

QString lineOf(std::optional<bool> isOpener)
{
    SocketRecord socket = tcpConnection("10.0.0.1", 51000, "10.0.0.2", 443);
    socket.isOpener = isOpener;
    return socketLine(socket);
}

TEST(SocketLine, TheArrowShowsOnlyAKnownDirection)
{
    EXPECT_EQ(lineOf(true), u"TCP 10.0.0.1:51000 → 10.0.0.2:443"_s);
    EXPECT_EQ(lineOf(false), u"TCP 10.0.0.1:51000 ← 10.0.0.2:443"_s);
    EXPECT_EQ(lineOf(std::nullopt), u"TCP 10.0.0.1:51000 ↔ 10.0.0.2:443"_s);
}

TEST(SocketLine, AConnectedUdpSocketChoseItsPeer)
{
    SocketRecord socket = udpBound(51000, "10.0.0.1");
    socket.state = SocketState::Connected;
    socket.key.remoteAddress = IpAddress::parse("10.0.0.2").value();
    socket.key.remotePort = 53;

    EXPECT_EQ(socketLine(socket), u"UDP 10.0.0.1:51000 → 10.0.0.2:53"_s);
}

/// The tool tip of the exposure after the socket was classified.
QString exposureTipOf(const SocketRecord& socket)
{
    Snapshot snapshot = test::snapshotOf({socket});
    classify(snapshot);
    return socketTip({snapshot.sockets.front(), Column::Exposure, Flash::None, {}});
}

TEST(ExposureTip, SaysWhyAListenerHasNone)
{
    SocketRecord gone = tcpListener(931);
    gone.key.boundDevice = 7;

    EXPECT_TRUE(exposureTipOf(gone).contains(u"its network device 7 no longer exists"_s))
        << exposureTipOf(gone).toStdString();
    EXPECT_TRUE(exposureTipOf(tcpListener(931, "224.0.0.1"))
                    .contains(u"TCP accepts no connection to a multicast"_s));
    EXPECT_EQ(exposureTipOf(tcpConnection("10.0.0.1", 51000, "10.0.0.2", 443)),
              u"For listeners only."_s);
    EXPECT_TRUE(exposureTipOf(tcpListener(931)).startsWith(u"Bound to every address"_s));
}

}  // namespace
}  // namespace quaywatch
