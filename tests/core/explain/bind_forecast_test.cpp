// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bind_forecast.h"

#include "core/message/message_list.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using test::process;
using test::snapshotOf;
using test::SocketBuilder;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The forecast for TCP or UDP port 8000, on a kernel that lists bound TCP sockets.
class Forecast {
public:
    explicit Forecast(std::vector<SocketRecord> sockets, Protocol protocol = Protocol::Tcp,
                      bool hasBoundTcp = true, const BindRules& rules = {})
        : m_snapshot(snapshotOf(std::move(sockets)))
    {
        m_snapshot.hasBoundTcp = hasBoundTcp;
        for (const SocketRecord& socket : m_snapshot.sockets) {
            m_here.push_back(&socket);
        }
        rows = forecastBind(protocol, m_here, m_snapshot, rules);
    }

    [[nodiscard]] std::vector<std::string> places(BindResult result) const
    {
        std::vector<std::string> found;
        for (const BindForecast& row : rows) {
            if (row.result == result) {
                found.push_back(placeText(row));
            }
        }
        return found;
    }
    [[nodiscard]] std::vector<std::string> free() const { return places(BindResult::Free); }
    [[nodiscard]] std::vector<std::string> inUse() const { return places(BindResult::InUse); }
    [[nodiscard]] std::vector<std::string> depends() const { return places(BindResult::Depends); }

private:
    Snapshot m_snapshot;
    std::vector<const SocketRecord*> m_here;

public:
    std::vector<BindForecast> rows;
};

TEST(BindForecast, SaysThatAPortWithoutSocketsIsFree)
{
    EXPECT_THAT(Forecast({}).free(),
                ElementsAre("0.0.0.0", "127.0.0.1", "[::] (dual-stack)", "[::] (IPV6_V6ONLY)",
                            "[::1]", "[::ffff:127.0.0.1]"));
}

TEST(BindForecast, KnowsWhatTheIpv4WildcardHolds)
{
    EXPECT_THAT(Forecast({tcpListener(8000)}).free(), ElementsAre("[::] (IPV6_V6ONLY)", "[::1]"));
}

TEST(BindForecast, KnowsThatADualStackListenerHoldsEveryAddress)
{
    EXPECT_THAT(Forecast({tcpListener(8000, "::").v6Only(false)}).free(), IsEmpty());
}

TEST(BindForecast, KnowsThatAV6OnlyListenerLeavesIpv4Free)
{
    EXPECT_THAT(Forecast({tcpListener(8000, "::").v6Only(true)}).free(),
                ElementsAre("0.0.0.0", "127.0.0.1", "[::ffff:127.0.0.1]"));
}

TEST(BindForecast, TreatsAnIpv4MappedAddressAsIpv4)
{
    EXPECT_THAT(Forecast({tcpListener(8000, "::ffff:127.0.0.1").v6Only(false)}).inUse(),
                ElementsAre("0.0.0.0", "127.0.0.1", "[::] (dual-stack)", "[::ffff:127.0.0.1]"));
    EXPECT_THAT(Forecast({udpBound(8000, "::ffff:0.0.0.0").v6Only(false)}, Protocol::Udp).free(),
                ElementsAre("[::] (IPV6_V6ONLY)", "[::1]"));
}

TEST(BindForecast, HasARowForEachFurtherAddressOfAHolder)
{
    const Forecast forecast({tcpListener(8000, "192.0.2.7"), tcpListener(8000, "2001:db8::7")});

    EXPECT_THAT(forecast.inUse(), ElementsAre("0.0.0.0", "192.0.2.7", "[2001:db8::7]",
                                              "[::] (dual-stack)", "[::] (IPV6_V6ONLY)"));
}

TEST(BindForecast, IgnoresTheDeviceOfTheHolder)
{
    EXPECT_THAT(Forecast({tcpListener(8000).device("lo", 1)}).free(),
                ElementsAre("[::] (IPV6_V6ONLY)", "[::1]"));
}

TEST(BindForecast, DistinguishesTheLinksOfALinkLocalAddress)
{
    SocketBuilder holder = tcpListener(8000).device("eth0", 2);
    holder.record().key.localAddress = IpAddress::parse("fe80::1%2").value();
    SocketBuilder other = tcpListener(8000).device("eth1", 3);
    other.record().key.localAddress = IpAddress::parse("fe80::1%3").value();

    const Forecast forecast({holder, other});

    EXPECT_THAT(forecast.inUse(), ElementsAre("[fe80::1] on eth0", "[fe80::1] on eth1",
                                              "[::] (dual-stack)", "[::] (IPV6_V6ONLY)"));
    EXPECT_NE(forecast.rows.at(2).holder, forecast.rows.at(3).holder);
}

TEST(BindForecast, CountsSocketsInTimeWaitAsInUse)
{
    SocketBuilder left = tcpConnection("127.0.0.1", 8000, "127.0.0.1", 50000);
    left.ownerState(OwnerState::None).record().state = SocketState::TimeWait;

    const Forecast forecast({left});

    EXPECT_THAT(forecast.inUse(),
                ElementsAre("0.0.0.0", "127.0.0.1", "[::] (dual-stack)", "[::ffff:127.0.0.1]"));
    EXPECT_EQ(forecast.rows.front().because,
              "A connection of tcp 127.0.0.1:8000 is still in TIME_WAIT, for up to a minute. "
              "SO_REUSEADDR or SO_REUSEPORT helps only if the program that had the connection set "
              "the same option.");
}

TEST(BindForecast, KnowsThatAConnectionHoldsItsPort)
{
    EXPECT_THAT(Forecast({tcpConnection("127.0.0.1", 8000, "127.0.0.1", 80).id(1)}).free(),
                ElementsAre("[::] (IPV6_V6ONLY)", "[::1]"));
}

TEST(BindForecast, IgnoresHalfOpenConnections)
{
    SocketBuilder half = tcpConnection("127.0.0.1", 8000, "127.0.0.1", 50000);
    half.record().state = SocketState::SynReceived;

    EXPECT_THAT(Forecast({half}).inUse(), IsEmpty());
}

TEST(BindForecast, DependsForIpv4WhereV6OnlyIsNotKnown)
{
    const Forecast forecast({tcpListener(8000, "::")});

    EXPECT_THAT(forecast.depends(), ElementsAre("0.0.0.0", "127.0.0.1", "[::ffff:127.0.0.1]"));
    EXPECT_THAT(forecast.inUse(), ElementsAre("[::] (dual-stack)", "[::] (IPV6_V6ONLY)", "[::1]"));
}

TEST(BindForecast, DependsWhereAnIpv6ConnectionMayBeDualStack)
{
    const SocketRecord connection = tcpConnection("::1", 8000, "::1", 50000).id(2);

    EXPECT_THAT(Forecast({connection}).depends(), ElementsAre("0.0.0.0"));
}

TEST(BindForecast, TakesNoConnectionForOneThatTheListenerOfNowAccepted)
{
    // The listener was restarted as v6-only while a connection of its dual-stack predecessor lives.
    const SocketRecord connection = tcpConnection("::1", 8000, "::1", 50000).id(2);

    EXPECT_THAT(Forecast({connection, tcpListener(8000, "::").v6Only(true).id(1)}).depends(),
                ElementsAre("0.0.0.0"));
    EXPECT_THAT(Forecast({connection, tcpListener(8000, "::1").id(1)}).depends(),
                ElementsAre("0.0.0.0"));
}

TEST(BindForecast, BelievesTheKernelAboutV6OnlyMoreThanTheAddress)
{
    EXPECT_THAT(Forecast({tcpListener(8000, "::1").v6Only(false)}).inUse(),
                ElementsAre("0.0.0.0", "[::] (dual-stack)", "[::] (IPV6_V6ONLY)", "[::1]"));
}

TEST(BindForecast, DependsForTcpWhereBoundSocketsAreNotListed)
{
    EXPECT_EQ(Forecast({}, Protocol::Tcp, false).depends().size(), 6U);
    EXPECT_EQ(Forecast({}, Protocol::Udp, false).free().size(), 6U);
}

TEST(BindForecast, NamesABoundTcpSocket)
{
    const Forecast forecast({SocketBuilder(Protocol::Tcp, SocketState::Bound)
                                 .local("::1", 8000)
                                 .ownedBy(process("server", 7))});

    EXPECT_THAT(forecast.inUse(), ElementsAre("[::] (dual-stack)", "[::] (IPV6_V6ONLY)", "[::1]"));
    EXPECT_THAT(forecast.rows.back().because.english(), HasSubstr("No socket prevents"));
    EXPECT_THAT(forecast.rows.at(4).because.english(),
                HasSubstr("tcp [::1]:8000 is bound, but does not listen, held by server (PID 7)."));
}

TEST(BindForecast, PrefersAListenerAsTheHolder)
{
    const Forecast forecast({tcpConnection("127.0.0.1", 8000, "127.0.0.1", 50000).id(2),
                             tcpListener(8000, "127.0.0.1").id(1)});

    ASSERT_NE(forecast.rows.front().holder, nullptr);
    EXPECT_EQ(forecast.rows.front().holder->state, SocketState::Listen);
}

TEST(BindForecast, SaysThatAnAddressIsNotOfThisMachine)
{
    BindRules rules;
    rules.addressUse = [](const IpAddress& address, std::uint32_t, Protocol) {
        return address.family() == AddressFamily::Ipv6 && !address.isV4Mapped() &&
                       address.isLoopback()
                   ? AddressUse::NotHere
                   : AddressUse::Usable;
    };
    const Forecast forecast({}, Protocol::Tcp, true, rules);

    EXPECT_THAT(forecast.inUse(), ElementsAre("[::1]"));
    EXPECT_EQ(forecast.rows.at(4).holder, nullptr);
    EXPECT_THAT(forecast.rows.at(4).because.english(),
                HasSubstr("No interface of this machine has the address [::1]"));
}

TEST(BindForecast, KnowsWhyTheKernelDoesNotTakeAnAddress)
{
    const auto forecastFor = [](AddressUse use) {
        Snapshot snapshot = snapshotOf({});
        snapshot.hasBoundTcp = true;
        BindRules rules;
        rules.addressUse = [use](const IpAddress&, std::uint32_t, Protocol) { return use; };
        return forecastBind(BindTarget{IpAddress::parse("ff02::1").value()}, Protocol::Tcp, {},
                            snapshot, rules);
    };

    EXPECT_EQ(forecastFor(AddressUse::NeedsScope).because.id(), MessageId::Sentences);
    EXPECT_THAT(forecastFor(AddressUse::NeedsScope).because.english(),
                HasSubstr("[ff02::1] is valid on one link only"));
    EXPECT_THAT(forecastFor(AddressUse::NoTcpThere).because.english(),
                HasSubstr("TCP has no multicast"));
    EXPECT_THAT(forecastFor(AddressUse::NotNow).because.english(), HasSubstr("tentative"));
    for (const AddressUse use : {AddressUse::NeedsScope, AddressUse::NoTcpThere, AddressUse::NotNow,
                                 AddressUse::Refused, AddressUse::NotHere}) {
        EXPECT_EQ(forecastFor(use).result, BindResult::InUse);
    }
    EXPECT_EQ(forecastFor(AddressUse::Unknown).result, BindResult::Depends);
}

TEST(BindForecast, KnowsThatAV6OnlySocketTakesNoMappedAddress)
{
    Snapshot snapshot = snapshotOf({});
    snapshot.hasBoundTcp = true;
    const auto resultOf = [&](bool isV6Only) {
        return forecastBind({IpAddress::parse("::ffff:127.0.0.1").value(), isV6Only}, Protocol::Tcp,
                            {}, snapshot, {})
            .result;
    };

    EXPECT_EQ(resultOf(false), BindResult::Free);
    EXPECT_EQ(resultOf(true), BindResult::InUse);
}

TEST(BindForecast, AsksAboutAScopedMulticastAddressWithTheDeviceOfItsHolder)
{
    const Forecast forecast({udpBound(8000, "ff02::1").device("eth0", 2)}, Protocol::Udp);

    EXPECT_EQ(forecast.rows.at(2).device, 2U);
    EXPECT_EQ(placeText(forecast.rows.at(2)), "[ff02::1] on eth0");
}

TEST(BindForecast, ClaimsNothingFreeFromAnIncompleteTable)
{
    Snapshot snapshot = snapshotOf({});
    snapshot.hasBoundTcp = true;
    snapshot.gaps.push_back(
        {Gap::Kind::Table, std::nullopt, Message(MessageId::TableChanged, "tcp"), {}});

    EXPECT_EQ(forecastBind(BindTarget{}, Protocol::Tcp, {}, snapshot, {}).result,
              BindResult::Depends);
}

}  // namespace
}  // namespace quaywatch
