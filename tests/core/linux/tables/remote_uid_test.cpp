// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/remote_uid.h"

#include "core/linux/system/unique_fd.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

/// A listener on loopback and a connection to it that is not accepted yet.
class ListenerUid : public testing::Test {
protected:
    ListenerUid()
        : m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
        , m_client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* const generic = reinterpret_cast<sockaddr*>(&address);
        EXPECT_EQ(bind(m_listener.get(), generic, length), 0);
        EXPECT_EQ(listen(m_listener.get(), 1), 0);
        EXPECT_EQ(getsockname(m_listener.get(), generic, &length), 0);
        EXPECT_EQ(connect(m_client.get(), generic, length), 0);
    }

    UniqueFd m_listener;
    UniqueFd m_client;
};

TEST_F(ListenerUid, IsTheProcessThatAcceptedTheConnection)
{
    const UniqueFd accepted(accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));

    EXPECT_EQ(remoteUid(m_client.get()), geteuid());
    EXPECT_EQ(remoteUid(accepted.get()), geteuid());
}

TEST_F(ListenerUid, IsUnknownBeforeTheConnectionIsAccepted)
{
    EXPECT_FALSE(remoteUid(m_client.get()));
}

TEST_F(ListenerUid, IsUnknownOnceItIsClosed)
{
    {
        const UniqueFd accepted(accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    }

    EXPECT_FALSE(remoteUid(m_client.get()));
}

TEST_F(ListenerUid, HasAListenerWhileItIsOpen)
{
    EXPECT_EQ(listenerUid(m_client.get()), geteuid());

    m_listener.reset();

    EXPECT_FALSE(listenerUid(m_client.get()));
}

TEST_F(ListenerUid, IsUnknownForAnUnconnectedSocket)
{
    EXPECT_FALSE(remoteUid(m_listener.get()));
    EXPECT_FALSE(remoteUid(-1));
}

}  // namespace
}  // namespace quaywatch::linux_backend
