// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Sockets that hold a port, and what the kernel does with a newcomer.

#pragma once

#include "tests/support/sockets/test_socket.h"

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>

#include <array>
#include <exception>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace quaywatch::test {

struct BindPlace {
    const char* name;
    const char* address;
    bool isV6Only;
};
inline constexpr std::array<BindPlace, 7> kBindPlaces{{{"v4 any", "0.0.0.0", false},
                                                       {"v4 lo", "127.0.0.1", false},
                                                       {"v6 dual", "::", false},
                                                       {"v6 only", "::", true},
                                                       {"v6 lo", "::1", false},
                                                       {"mapped any", "::ffff:0.0.0.0", false},
                                                       {"mapped lo", "::ffff:127.0.0.1", false}}};

struct BindOptions {
    const char* name;
    bool reuseAddr;
    bool reusePort;
    const char* device = nullptr;

    [[nodiscard]] bool isPlain() const noexcept { return !reuseAddr && !reusePort; }
};
inline constexpr std::array<BindOptions, 4> kBindOptions{{{"no option", false, false},
                                                          {"SO_REUSEADDR", true, false},
                                                          {"SO_REUSEPORT", false, true},
                                                          {"both options", true, true}}};

/// A port, and the sockets that hold it.
struct HeldPort {
    std::uint16_t port = 0;
    bool isTcp = true;
    BindOptions options{};
    std::vector<TestSocket> sockets;
};

inline TestSocket socketWith(bool isV4, const BindOptions& options, bool isTcp)
{
    TestSocket socket(isV4 ? AF_INET : AF_INET6, isTcp ? SOCK_STREAM : SOCK_DGRAM);
    if (options.reuseAddr) {
        socket.option(SOL_SOCKET, SO_REUSEADDR, 1);
    }
    if (options.reusePort) {
        socket.option(SOL_SOCKET, SO_REUSEPORT, 1);
    }
    if (options.device != nullptr &&
        setsockopt(socket.fd(), SOL_SOCKET, SO_BINDTODEVICE, options.device,
                   static_cast<socklen_t>(std::strlen(options.device))) != 0) {
        throw std::runtime_error("SO_BINDTODEVICE");
    }
    return socket;
}

/// @param port  0: the kernel chooses one.
/// @return Empty if the kernel refuses it.
inline std::optional<HeldPort> tryToHold(const BindPlace& place, const BindOptions& options,
                                         bool isTcp, bool isListening = true,
                                         std::uint16_t port = 0)
{
    const bool isV4 = std::strchr(place.address, ':') == nullptr;
    try {
        TestSocket socket = socketWith(isV4, options, isTcp);
        if (!isV4) {
            socket.option(IPPROTO_IPV6, IPV6_V6ONLY, place.isV6Only ? 1 : 0);
        }
        socket.bind(place.address, port);
        if (isTcp && isListening) {
            socket.listen();
        }
        HeldPort held{socket.port(), isTcp, options, {}};
        held.sockets.push_back(std::move(socket));
        return held;
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

inline HeldPort hold(const BindPlace& place, const BindOptions& options, bool isTcp,
                     bool isListening = true)
{
    std::optional<HeldPort> held = tryToHold(place, options, isTcp, isListening);
    if (!held) {
        throw std::runtime_error(std::string("hold ") + place.name);
    }
    return *std::move(held);
}

/// Whether the kernel accepts a newcomer, for TCP one that listens.
inline bool canBind(const BindPlace& place, const BindOptions& options, bool isTcp,
                    std::uint16_t port)
{
    return tryToHold(place, options, isTcp, true, port).has_value();
}

/// A port whose server has closed its connection first, and its listener.
inline HeldPort leaveTimeWait(const std::string& address, const BindOptions& options)
{
    const bool isV4 = address.find(':') == std::string::npos;
    TestSocket listener = socketWith(isV4, options, /*isTcp=*/true);
    listener.bind(address).listen();
    const std::uint16_t port = listener.port();
    TestSocket client(isV4 ? AF_INET : AF_INET6, SOCK_STREAM);
    client.connect(address, port);
    listener.accept().close();
    char byte = 0;
    if (recv(client.fd(), &byte, 1, 0) != 0) {
        throw std::runtime_error("recv");
    }
    return {port, true, options, {}};
}

/// A port that is the local end of a connection, and has no listener.
inline HeldPort holdByConnection(const std::string& address, const BindOptions& options)
{
    const bool isV4 = address.find(':') == std::string::npos;
    TestSocket listener(isV4 ? AF_INET : AF_INET6, SOCK_STREAM);
    listener.bind(address).listen();
    TestSocket client = socketWith(isV4, options, /*isTcp=*/true);
    client.connect(address, listener.port());
    HeldPort held{client.port(), true, options, {}};
    held.sockets.push_back(std::move(client));
    held.sockets.push_back(listener.accept());
    return held;
}

/// A port of a connected UDP socket, which nothing answers.
inline HeldPort holdByUdpConnection(const std::string& address, const BindOptions& options)
{
    const bool isV4 = address.find(':') == std::string::npos;
    TestSocket client = socketWith(isV4, options, /*isTcp=*/false);
    client.connect(address, 9);
    HeldPort held{client.port(), false, options, {}};
    held.sockets.push_back(std::move(client));
    return held;
}

inline thread_local bool isNetworkOwn = false;

/// Whether the calling code runs in a network namespace of its own.
inline bool isOwnNetwork()
{
    return isNetworkOwn;
}

/// Runs the code on a thread of its own, in an empty network namespace with loopback if this user
/// may make one. What it throws is thrown here.
inline void inOwnNetwork(const std::function<void()>& code)
{
    std::exception_ptr thrown;
    std::thread([&] {
        if (unshare(CLONE_NEWNET) == 0) {
            isNetworkOwn = true;
            const TestSocket any(AF_INET, SOCK_DGRAM);
            ifreq request{};
            std::strcpy(request.ifr_name, "lo");
            request.ifr_flags = IFF_UP;
            ioctl(any.fd(), SIOCSIFFLAGS, &request);
        }
        try {
            code();
        } catch (...) {
            thrown = std::current_exception();
        }
    }).join();
    if (thrown) {
        std::rethrow_exception(thrown);
    }
}

}  // namespace quaywatch::test
