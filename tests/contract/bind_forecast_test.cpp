// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bind_forecast.h"

#include "core/host/host_facts.h"
#include "core/sockets/close_event_source.h"
#include "core/sockets/socket_source.h"

#include "tests/support/sockets/bind_scene.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace quaywatch {
namespace {

using test::BindOptions;
using test::BindPlace;
using test::HeldPort;
using test::inOwnNetwork;
using test::kBindOptions;
using test::kBindPlaces;

/// What the sentence on socket options says about a newcomer, where a plain one fails.
bool helps(std::string_view because, const BindOptions& holder, const BindOptions& newcomer)
{
    const bool isTimeWait =
        because.find(
            "SO_REUSEADDR or SO_REUSEPORT helps only if the program "
            "that had the connection set the same option") != std::string_view::npos;
    const bool isAddrUseful =
        isTimeWait ||
        because.find("SO_REUSEADDR helps only if the holder set it") != std::string_view::npos;
    const bool isPortUseful =
        isTimeWait ||
        because.find("SO_REUSEPORT helps only if the holder set it") != std::string_view::npos;
    return (isAddrUseful && holder.reuseAddr && newcomer.reuseAddr) ||
           (isPortUseful && holder.reusePort && newcomer.reusePort);
}

/// Compares the forecasts for a port with what the kernel does.
class BindForecastContract : public testing::Test {
protected:
    void SetUp() override
    {
        Result<std::unique_ptr<SocketSource>> source = createSocketSource();
        ASSERT_TRUE(source) << describe(source.error());
        m_source = std::move(*source);
    }

    /// @param isUnsureAllowed  Whether the kernel does not report what decides.
    void compare(const HeldPort& held, const std::string& what, bool isUnsureAllowed = false)
    {
        const Result<Snapshot> snapshot = m_source->read(ReadScope::EverythingAndBound);
        ASSERT_TRUE(snapshot) << describe(snapshot.error());
        std::vector<const SocketRecord*> here;
        for (const SocketRecord& socket : snapshot->sockets) {
            if (socket.key.localPort == held.port) {
                here.push_back(&socket);
            }
        }
        const Protocol protocol = held.isTcp ? Protocol::Tcp : Protocol::Udp;
        for (const BindPlace& place : kBindPlaces) {
            const BindForecast forecast =
                forecastBind(BindTarget{IpAddress::parse(place.address).value(), place.isV6Only},
                             protocol, here, *snapshot, readBindRules());
            if (forecast.result == BindResult::Depends) {
                ++m_unsure;
                EXPECT_TRUE(isUnsureAllowed || !snapshot->hasBoundTcp)
                    << what << " -> " << place.name << ": " << forecast.because;
                continue;
            }
            for (const BindOptions& options : kBindOptions) {
                const bool isFree = forecast.result == BindResult::Free ||
                                    helps(forecast.because, held.options, options);
                EXPECT_EQ(isFree, test::canBind(place, options, held.isTcp, held.port))
                    << what << " with " << held.options.name << " -> " << place.name << " with "
                    << options.name << ": " << forecast.because;
                ++(options.isPlain() ? m_plain : m_withOptions);
            }
        }
    }

    int m_plain = 0;
    int m_withOptions = 0;
    int m_unsure = 0;

private:
    std::unique_ptr<SocketSource> m_source;
};

TEST_F(BindForecastContract, AgreesWithTheKernelAboutEveryHolderAndNewcomer)
{
    inOwnNetwork([this] {
        for (const bool isTcp : {true, false}) {
            for (const BindPlace& place : kBindPlaces) {
                for (const BindOptions& options : kBindOptions) {
                    const HeldPort held = test::hold(place, options, isTcp);
                    compare(held, std::string(isTcp ? "tcp " : "udp ") + place.name);
                }
            }
        }
        RecordProperty("plain", m_plain);
        RecordProperty("with_options", m_withOptions);
        RecordProperty("depends", m_unsure);
        if (m_unsure == 0) {
            EXPECT_EQ(m_plain, 392);
            EXPECT_EQ(m_withOptions, 1176);
        }
    });
}

TEST_F(BindForecastContract, AgreesAboutTcpSocketsThatDoNotListen)
{
    inOwnNetwork([this] {
        for (const BindPlace& place : kBindPlaces) {
            for (const BindOptions& options : kBindOptions) {
                compare(test::hold(place, options, /*isTcp=*/true, /*isListening=*/false),
                        std::string("bound ") + place.name);
            }
        }
    });
}

TEST_F(BindForecastContract, AgreesAboutHoldersThatAreBoundToADevice)
{
    inOwnNetwork([this] {
        for (const bool isTcp : {true, false}) {
            for (const BindPlace& place : kBindPlaces) {
                BindOptions options = kBindOptions[0];
                options.device = "lo";
                const std::optional<HeldPort> held = test::tryToHold(place, options, isTcp);
                if (!held) {
                    GTEST_SKIP() << "this user may not bind to a device";
                }
                compare(*held, std::string("on lo: ") + place.name);
            }
        }
    });
}

TEST_F(BindForecastContract, AgreesAboutSeveralHolders)
{
    inOwnNetwork([this] {
        const HeldPort v4 = test::hold(kBindPlaces[0], kBindOptions[0], true);
        const std::optional<HeldPort> v6 =
            test::tryToHold(kBindPlaces[3], kBindOptions[0], true, true, v4.port);
        ASSERT_TRUE(v6);
        compare(*v6, "0.0.0.0 and v6-only");
    });
}

TEST_F(BindForecastContract, AgreesAboutTimeWaitAndConnections)
{
    inOwnNetwork([this] {
        if (!test::isOwnNetwork()) {
            // connect() may share its local port with a connection of another program.
            GTEST_SKIP() << "needs a network namespace of its own";
        }
        for (const BindOptions& options : kBindOptions) {
            compare(test::leaveTimeWait("127.0.0.1", options), "TIME_WAIT of IPv4");
            compare(test::leaveTimeWait("::1", options), "TIME_WAIT of IPv6",
                    /*isUnsureAllowed=*/true);
            compare(test::holdByConnection("127.0.0.1", options), "connection of IPv4");
            compare(test::holdByUdpConnection("127.0.0.1", options), "UDP connection of IPv4");
            compare(test::holdByUdpConnection("::1", options), "UDP connection of IPv6",
                    /*isUnsureAllowed=*/true);
            compare(test::holdByConnection("::1", options), "connection of IPv6",
                    /*isUnsureAllowed=*/true);
        }
    });
}

TEST_F(BindForecastContract, AgreesAboutAServerThatWasRestartedAsV6Only)
{
    inOwnNetwork([this] {
        test::TestSocket client(AF_INET6, SOCK_STREAM);
        HeldPort held;
        {
            test::TestSocket before(AF_INET6, SOCK_STREAM);
            before.option(SOL_SOCKET, SO_REUSEADDR, 1).option(IPPROTO_IPV6, IPV6_V6ONLY, 0);
            before.bind("::").listen();
            held.port = before.port();
            client.connect("::1", held.port);
            held.sockets.push_back(before.accept());
        }
        test::TestSocket after(AF_INET6, SOCK_STREAM);
        after.option(SOL_SOCKET, SO_REUSEADDR, 1).option(IPPROTO_IPV6, IPV6_V6ONLY, 1);
        after.bind("::", held.port).listen();
        held.sockets.push_back(std::move(after));

        compare(held, "restarted as v6-only", /*isUnsureAllowed=*/true);
    });
}

TEST_F(BindForecastContract, AgreesWhereIpv6IsSwitchedOff)
{
    inOwnNetwork([this] {
        const int file = open("/proc/sys/net/ipv6/conf/all/disable_ipv6", O_WRONLY | O_CLOEXEC);
        const bool isOff = test::isOwnNetwork() && file >= 0 && write(file, "1", 1) == 1;
        if (file >= 0) {
            close(file);
        }
        if (!isOff) {
            GTEST_SKIP() << "needs a network namespace of its own";
        }
        compare(test::hold(kBindPlaces[0], kBindOptions[0], true), "0.0.0.0 without IPv6");
        compare(test::hold(kBindPlaces[1], kBindOptions[0], false), "127.0.0.1 without IPv6");
    });
}

TEST_F(BindForecastContract, LeavesNoCloseEventOfTheSocketThatAsks)
{
    inOwnNetwork([] {
        const Result<std::unique_ptr<CloseEventSource>> events = createCloseEventSource();
        if (!test::isOwnNetwork() || !events) {
            GTEST_SKIP() << "needs close events of a network namespace of its own";
        }
        const Result<std::unique_ptr<SocketSource>> source = createSocketSource();
        ASSERT_TRUE(source);
        ASSERT_TRUE((*source)->read(ReadScope::EverythingAndBound));
        HeldPort last = test::hold(kBindPlaces[1], kBindOptions[0], true);
        last.sockets.clear();

        std::vector<Port> ports;
        while (ports.empty() || ports.back() != last.port) {
            for (const DestroyedSocket& socket : (*events)->take().sockets) {
                ports.push_back(socket.key.localPort);
            }
            std::this_thread::yield();
        }
        EXPECT_EQ(ports, std::vector<Port>{last.port});
    });
}

TEST_F(BindForecastContract, DoesNotCallAnAddressOfAnotherMachineFree)
{
    const auto use = [](const char* address, Protocol protocol = Protocol::Tcp) {
        return addressUse(IpAddress::parse(address).value(), 0, protocol);
    };
    EXPECT_EQ(use("192.0.2.77"), AddressUse::NotHere);
    EXPECT_EQ(use("2001:db8::77"), AddressUse::NotHere);
    EXPECT_EQ(use("127.0.0.2"), AddressUse::Usable);
    EXPECT_EQ(use("0.0.0.0"), AddressUse::Usable);
    for (const char* address : {"fe80::1", "ff02::1", "ff01::1"}) {
        EXPECT_EQ(use(address, Protocol::Udp), AddressUse::NeedsScope) << address;
    }
    EXPECT_EQ(use("fe80::1"), AddressUse::NeedsScope);
    EXPECT_EQ(use("ff02::1"), AddressUse::NoTcpThere);
    EXPECT_EQ(use("ff05::2"), AddressUse::NoTcpThere);
    EXPECT_EQ(use("ff05::2", Protocol::Udp), AddressUse::Usable);
    EXPECT_EQ(use("224.0.0.5"), AddressUse::Usable);
    // ::1 belongs to the loopback device, and no machine has an address with this scope.
    EXPECT_EQ(addressUse(IpAddress::parse("fe80::dead").value(), 1, Protocol::Tcp),
              AddressUse::NotHere);
}

}  // namespace
}  // namespace quaywatch
