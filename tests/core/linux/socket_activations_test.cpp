// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/socket_activations.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <vector>

namespace quaywatch::linux_backend {
namespace {

using test::process;
using test::tcpConnection;
using test::tcpListener;

class SocketActivationsTest : public testing::Test {
protected:
    void add(SocketRecord& socket)
    {
        std::vector<SocketRecord*> sockets;
        if (SocketActivations::mayBeManaged(socket)) {
            sockets.push_back(&socket);
        }
        m_activations.addTo(sockets, /*isWhole=*/true);
    }

    int m_questions = 0;
    SocketActivations m_activations{
        {.managerOf =
             [](const ProcessId& id) {
                 return id.pid == 1 ? ServiceManager::System : ServiceManager::None;
             },
         .findSocketUnit = [this](const SocketUnitQuestion& question) -> std::optional<SocketUnit> {
             ++m_questions;
             return question.local.port == 22
                        ? std::optional(SocketUnit{"ssh.socket", "ssh.service", {}})
                        : std::nullopt;
         }}};
};

TEST_F(SocketActivationsTest, NamesTheServiceOfASocketInSystemdsOwnGroup)
{
    SocketRecord socket = tcpListener(22)
                              .ownedBy(process("systemd", 1, 0, "root"))
                              .serviceContext("init.scope")
                              .id(7);

    add(socket);

    ASSERT_NE(socket.activation(), nullptr);
    EXPECT_EQ(*socket.activation(), (SocketActivation{"ssh.socket", "ssh.service"}));
    EXPECT_EQ(socket.serviceContext->unit, "init.scope");
}

TEST_F(SocketActivationsTest, NamesItWithoutAGroupAndWithoutAnOwner)
{
    SocketRecord withoutGroup = tcpListener(22).ownedBy(process("systemd", 1, 0, "root")).id(7);
    SocketRecord withoutOwner = tcpListener(22).uid(0, "root").serviceContext("ssh.socket").id(8);

    add(withoutGroup);
    add(withoutOwner);

    EXPECT_NE(withoutGroup.activation(), nullptr);
    EXPECT_NE(withoutOwner.activation(), nullptr);
}

TEST_F(SocketActivationsTest, AsksOncePerSocket)
{
    const SocketRecord row = tcpListener(22).ownedBy(process("systemd", 1, 0, "root")).id(7);
    const SocketRecord other = tcpListener(23).ownedBy(process("systemd", 1, 0, "root")).id(8);
    std::vector<SocketRecord> first{row, other};
    std::vector<SocketRecord> second{row, other};

    for (std::vector<SocketRecord>* poll : {&first, &second}) {
        std::vector<SocketRecord*> rows{&poll->front(), &poll->back()};
        m_activations.addTo(rows, /*isWhole=*/true);
    }

    EXPECT_EQ(m_questions, 2);
    EXPECT_EQ(first.front().serviceContext, second.front().serviceContext);
    EXPECT_EQ(second.back().activation(), nullptr);
}

TEST_F(SocketActivationsTest, LeavesOtherSocketsAlone)
{
    SocketRecord own = tcpListener(22).ownedBy(process("sshd", 50, 0, "root")).id(7);
    SocketRecord connection =
        tcpConnection("10.0.0.1", 22, "10.0.0.2", 4000).ownedBy(process("systemd", 1, 0, "root"));
    SocketRecord fake = tcpListener(22).ownedBy(process("systemd", 60)).id(8);

    add(own);
    add(connection);
    EXPECT_EQ(m_questions, 0);
    add(fake);

    EXPECT_EQ(own.activation(), nullptr);
    EXPECT_EQ(connection.activation(), nullptr);
    EXPECT_EQ(fake.activation(), nullptr) << "only the name is systemd's";
}

}  // namespace
}  // namespace quaywatch::linux_backend
