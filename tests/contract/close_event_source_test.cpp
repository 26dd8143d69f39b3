// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/close_event_source.h"

#include "core/sampling/sampler.h"
#include "tests/support/processes/one_cpu.h"
#include "tests/support/sockets/test_socket.h"

#include <gtest/gtest.h>

#include <poll.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <thread>
#include <vector>

namespace quaywatch {
namespace {

using test::TestSocket;

/// Connects to the listener, sends `in` bytes and receives `out`; then both ends close, the server
/// first if requested.
/// @return The client's port.
Port exchange(const TestSocket& listener, const std::string& address, std::size_t in,
              std::size_t out, bool closesServerFirst)
{
    TestSocket client(address == "::1" ? AF_INET6 : AF_INET, SOCK_STREAM);
    client.connect(address, listener.port());
    TestSocket server = listener.accept();
    const Port port = client.port();
    std::array<char, 256> bytes{};
    EXPECT_EQ(send(client.fd(), bytes.data(), in, 0), static_cast<ssize_t>(in));
    EXPECT_EQ(recv(server.fd(), bytes.data(), in, MSG_WAITALL), static_cast<ssize_t>(in));
    EXPECT_EQ(send(server.fd(), bytes.data(), out, 0), static_cast<ssize_t>(out));
    EXPECT_EQ(recv(client.fd(), bytes.data(), out, MSG_WAITALL), static_cast<ssize_t>(out));
    TestSocket& first = closesServerFirst ? server : client;
    TestSocket& second = closesServerFirst ? client : server;
    first.close();
    EXPECT_EQ(recv(second.fd(), bytes.data(), 1, 0), 0);
    second.close();
    return port;
}

/// What any backend must report about sockets that this test opens and closes on loopback.
class CloseEventSourceContract : public testing::Test {
protected:
    void SetUp() override
    {
        Result<std::unique_ptr<CloseEventSource>> source = createCloseEventSource();
        ASSERT_TRUE(source) << describe(source.error());
        m_source = *std::move(source);
    }

    /// Takes events until a socket that is closed last is reported: all earlier events have arrived
    /// by then.
    std::vector<DestroyedSocket> takeAll()
    {
        TestSocket last(AF_INET, SOCK_DGRAM);
        last.bind("127.0.0.1");
        const std::uint64_t cookie = last.cookie();
        last.close();
        std::vector<DestroyedSocket> all;
        const auto isLast = [cookie](const DestroyedSocket& socket) {
            return socket.cookie == cookie;
        };
        while (std::none_of(all.begin(), all.end(), isLast)) {
            DestroyedSockets taken = m_source->take();
            EXPECT_TRUE(taken.gaps.empty());
            all.insert(all.end(), taken.sockets.begin(), taken.sockets.end());
            std::this_thread::yield();
        }
        return all;
    }

    [[nodiscard]] static std::vector<DestroyedSocket> at(const std::vector<DestroyedSocket>& all,
                                                         Port port, Protocol protocol)
    {
        std::vector<DestroyedSocket> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found), [&](const auto& socket) {
            return socket.key.localPort == port && socket.key.protocol == protocol;
        });
        return found;
    }

    /// Other programs can use the same port later.
    [[nodiscard]] static std::vector<DestroyedSocket> with(const std::vector<DestroyedSocket>& all,
                                                           std::uint64_t cookie)
    {
        std::vector<DestroyedSocket> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                     [cookie](const auto& socket) { return socket.cookie == cookie; });
        return found;
    }

    test::OneCpu m_oneCpu;
    std::unique_ptr<CloseEventSource> m_source;
};

TEST_F(CloseEventSourceContract, ReportsEveryShortConnectionAtBothEnds)
{
    constexpr int kCount = 200;
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen();
    std::multiset<Port> clients;
    for (int i = 0; i < kCount; ++i) {
        clients.insert(exchange(listener, "127.0.0.1", 5, 3, i % 2 == 0));
    }

    const std::vector<DestroyedSocket> all = takeAll();

    const auto served = at(all, listener.port(), Protocol::Tcp);
    ASSERT_EQ(served.size(), std::size_t{kCount});
    std::multiset<Port> peers;
    for (const DestroyedSocket& socket : served) {
        peers.insert(socket.key.remotePort);
        EXPECT_EQ(socket.key.localAddress.toString(), "127.0.0.1");
        EXPECT_TRUE(socket.isConnection);
        EXPECT_TRUE(socket.cookie);
        EXPECT_EQ(socket.bytesSent, 3U);
    }
    EXPECT_EQ(peers, clients);
    for (const Port port : clients) {
        const auto found = at(all, port, Protocol::Tcp);
        ASSERT_FALSE(found.empty());
        EXPECT_EQ(found.front().bytesSent, 5U);
    }
}

TEST_F(CloseEventSourceContract, ReportsIpv6)
{
    TestSocket listener(AF_INET6, SOCK_STREAM);
    listener.bind("::1").listen();
    exchange(listener, "::1", 5, 3, false);

    const auto served = at(takeAll(), listener.port(), Protocol::Tcp);

    ASSERT_EQ(served.size(), 1U);
    EXPECT_EQ(served[0].key.localAddress.toString(), "::1");
}

TEST_F(CloseEventSourceContract, ReportsUdpAndListeners)
{
    TestSocket bound(AF_INET6, SOCK_DGRAM);
    bound.bind("::1");
    const std::uint64_t boundCookie = bound.cookie();
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen();
    const std::uint64_t listenerCookie = listener.cookie();
    bound.close();
    listener.close();

    const std::vector<DestroyedSocket> all = takeAll();

    const auto udp = with(all, boundCookie);
    ASSERT_EQ(udp.size(), 1U);
    EXPECT_EQ(udp[0].state, SocketState::Bound);
    const auto tcp = with(all, listenerCookie);
    ASSERT_EQ(tcp.size(), 1U);
    EXPECT_FALSE(tcp[0].isConnection);
}

TEST_F(CloseEventSourceContract, ReportsEachCloseOnce)
{
    TestSocket bound(AF_INET, SOCK_DGRAM);
    bound.bind("127.0.0.1");
    const std::uint64_t cookie = bound.cookie();
    bound.close();

    EXPECT_EQ(with(takeAll(), cookie).size(), 1U);
    EXPECT_EQ(with(takeAll(), cookie).size(), 0U);
}

/// Polls until every socket that this test closed is reported.
class CloseEventsOfASampler : public testing::Test {
protected:
    void SetUp() override
    {
        auto source = createSocketSource();
        ASSERT_TRUE(source);
        m_sampler.emplace(*std::move(source),
                          [](RpcWay) { return Result<std::vector<RpcService>>(); });
        m_sampler->watchCloses(createCloseEventSource());
        m_listener.bind("127.0.0.1").listen();
        ASSERT_TRUE(m_sampler->sample());
    }

    std::vector<SocketClose> sampleUntil(std::size_t count)
    {
        std::vector<SocketClose> found;
        while (found.size() < count) {
            const auto update = m_sampler->sample();
            for (const SocketClose& closeEvent : update->closes->closes) {
                if (closeEvent.socket.key.localPort == m_listener.port() ||
                    closeEvent.socket.key.remotePort == m_listener.port()) {
                    found.push_back(closeEvent);
                }
            }
        }
        return found;
    }

    std::optional<Sampler> m_sampler;
    TestSocket m_listener{AF_INET, SOCK_STREAM};
};

TEST_F(CloseEventsOfASampler, HaveTheBytesOfBothEndsWhicheverClosedFirst)
{
    for (const bool closesServerFirst : {true, false}) {
        exchange(m_listener, "127.0.0.1", 5, 3, closesServerFirst);
    }

    for (const SocketClose& closeEvent : sampleUntil(4)) {
        const bool isServer = closeEvent.socket.key.localPort == m_listener.port();
        EXPECT_EQ(closeEvent.socket.bytesReceived, isServer ? 5U : 3U);
        EXPECT_EQ(closeEvent.socket.bytesSent, isServer ? 3U : 5U);
    }
}

TEST_F(CloseEventsOfASampler, BelongToTheListeningProcess)
{
    exchange(m_listener, "127.0.0.1", 5, 3, /*closesServerFirst=*/false);

    for (const SocketClose& closeEvent : sampleUntil(2)) {
        const bool isServer = closeEvent.socket.key.localPort == m_listener.port();
        EXPECT_FALSE(closeEvent.wasSeen);
        EXPECT_EQ(closeEvent.listener.has_value(), isServer);
        EXPECT_EQ(closeEvent.socket.owners().size(), isServer ? 1U : 0U);
    }
}

TEST_F(CloseEventsOfASampler, MatchAConnectionOfASnapshot)
{
    TestSocket client(AF_INET, SOCK_STREAM);
    client.connect("127.0.0.1", m_listener.port());
    TestSocket server = m_listener.accept();
    ASSERT_TRUE(m_sampler->sample());
    client.close();
    server.close();

    for (const SocketClose& closeEvent : sampleUntil(2)) {
        EXPECT_TRUE(closeEvent.wasSeen);
        EXPECT_TRUE(closeEvent.lifetime);
    }
}

}  // namespace
}  // namespace quaywatch
