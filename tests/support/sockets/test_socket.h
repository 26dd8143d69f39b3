// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>

namespace quaywatch::test {

/// A socket on loopback that closes itself. The kernel chooses the ports, so tests never use the
/// same one.
class TestSocket {
public:
    TestSocket(int family, int type)
        : m_fd(socket(family, type | SOCK_CLOEXEC, 0))
    {
        if (m_fd < 0) {
            throw std::runtime_error(std::string("socket: ") + std::strerror(errno));
        }
    }
    explicit TestSocket(int fd)
        : m_fd(fd)
    {
    }
    TestSocket(TestSocket&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    TestSocket(const TestSocket&) = delete;
    TestSocket& operator=(const TestSocket&) = delete;
    TestSocket& operator=(TestSocket&&) = delete;
    ~TestSocket() { close(); }

    void close()
    {
        if (m_fd >= 0) {
            ::close(std::exchange(m_fd, -1));
        }
    }

    [[nodiscard]] int fd() const noexcept { return m_fd; }

    TestSocket& option(int level, int name, int value)
    {
        check(setsockopt(m_fd, level, name, &value, sizeof value), "setsockopt");
        return *this;
    }
    TestSocket& bind(const std::string& address, std::uint16_t port = 0)
    {
        sockaddr_storage at = sockaddrOf(address, port);
        check(::bind(m_fd, reinterpret_cast<sockaddr*>(&at), sizeOf(at)), "bind");
        return *this;
    }
    TestSocket& listen(int backlog = 8)
    {
        check(::listen(m_fd, backlog), "listen");
        return *this;
    }
    TestSocket& connect(const std::string& address, std::uint16_t port)
    {
        sockaddr_storage at = sockaddrOf(address, port);
        check(::connect(m_fd, reinterpret_cast<sockaddr*>(&at), sizeOf(at)), "connect");
        return *this;
    }
    [[nodiscard]] TestSocket accept() const
    {
        const int fd = accept4(m_fd, nullptr, nullptr, SOCK_CLOEXEC);
        check(fd, "accept");
        return TestSocket(fd);
    }
    /// The kernel's number of this socket, which no other socket ever gets.
    [[nodiscard]] std::uint64_t cookie() const
    {
        std::uint64_t cookie = 0;
        socklen_t size = sizeof cookie;
        check(getsockopt(m_fd, SOL_SOCKET, SO_COOKIE, &cookie, &size), "getsockopt");
        return cookie;
    }
    [[nodiscard]] std::uint16_t port() const
    {
        sockaddr_storage at{};
        socklen_t size = sizeof at;
        check(getsockname(m_fd, reinterpret_cast<sockaddr*>(&at), &size), "getsockname");
        return at.ss_family == AF_INET
                   ? ntohs(reinterpret_cast<const sockaddr_in*>(&at)->sin_port)
                   : ntohs(reinterpret_cast<const sockaddr_in6*>(&at)->sin6_port);
    }

private:
    static void check(int result, const char* what)
    {
        if (result < 0) {
            throw std::runtime_error(std::string(what) + ": " + std::strerror(errno));
        }
    }
    static socklen_t sizeOf(const sockaddr_storage& at)
    {
        return at.ss_family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
    }
    static sockaddr_storage sockaddrOf(const std::string& address, std::uint16_t port)
    {
        sockaddr_storage at{};
        if (address.find(':') == std::string::npos) {
            auto* v4 = reinterpret_cast<sockaddr_in*>(&at);
            v4->sin_family = AF_INET;
            v4->sin_port = htons(port);
            inet_pton(AF_INET, address.c_str(), &v4->sin_addr);
        } else {
            auto* v6 = reinterpret_cast<sockaddr_in6*>(&at);
            v6->sin6_family = AF_INET6;
            v6->sin6_port = htons(port);
            inet_pton(AF_INET6, address.c_str(), &v6->sin6_addr);
        }
        return at;
    }

    int m_fd = -1;
};

}  // namespace quaywatch::test
