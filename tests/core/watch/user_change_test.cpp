// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/watch/poll_sequence.h"
#include "tests/support/watch/program_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A server whose socket root made, and which runs as this user.
SocketRecord madeByRoot(std::uint32_t uid, Port port)
{
    SocketRecord socket = tcp(Program("dnsmasq").user(uid), port);
    socket.uid = 0;
    socket.user = std::make_shared<const std::string>("root");
    return socket;
}

TEST(UserChange, OfAStartingServerIsNoAlert)
{
    for (const Port port : {Port{53}, Port{931}}) {
        EXPECT_THAT(PollSequence()
                        .expects(port, "/usr/bin/dnsmasq", "user110")
                        .poll({})
                        .poll({madeByRoot(0, port)})
                        .poll({madeByRoot(110, port)})
                        .announced(),
                    IsEmpty());
    }
}

TEST(UserChange, ThatDoesNotComeIsAnAlert)
{
    EXPECT_THAT(PollSequence()
                    .expects(53, "/usr/bin/dnsmasq", "user110")
                    .poll({})
                    .poll({madeByRoot(0, 53)})
                    .poll({madeByRoot(0, 53)})
                    .announced(),
                ElementsAre("medium new-listener 53"));
}

TEST(UserChange, OfAnotherProgramIsAnAlertAtOnce)
{
    EXPECT_THAT(PollSequence()
                    .expects(53, "/usr/bin/named", "user110")
                    .poll({})
                    .poll({madeByRoot(0, 53)})
                    .announced(),
                ElementsAre("medium new-listener 53"));
}

TEST(UserChange, OfARunningServerToRootIsAnAlert)
{
    EXPECT_THAT(PollSequence()
                    .expects(53, "/usr/bin/dnsmasq", "user110")
                    .poll({madeByRoot(110, 53)})
                    .poll({madeByRoot(0, 53)})
                    .poll({madeByRoot(0, 53)})
                    .announced(),
                ElementsAre("medium new-listener 53"));
}

}  // namespace
}  // namespace quaywatch::test
