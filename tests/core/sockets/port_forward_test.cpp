// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/port_forward.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {
namespace {

std::string forwardOf(const std::string& name, std::vector<std::string> command)
{
    auto info = std::make_shared<ProcessInfo>(*process(name));
    info->command = std::move(command);
    const auto forward = portForwardOf(*info);
    return !forward ? "(none)" : forward->container ? toString(*forward->container) : "(unknown)";
}

TEST(PortForward, IsReadFromTheOptionsOfDockerProxy)
{
    EXPECT_EQ(forwardOf("docker-proxy", {"/usr/bin/docker-proxy", "-proto", "tcp", "-host-ip",
                                         "0.0.0.0", "-host-port", "8080", "-container-ip",
                                         "172.17.0.2", "-container-port", "80", "-use-listen-fd"}),
              "172.17.0.2:80");
    EXPECT_EQ(forwardOf("docker-proxy",
                        {"docker-proxy", "--container-ip=fd00::2", "--container-port=53"}),
              "[fd00::2]:53");
}

TEST(PortForward, WithoutAValidAddressIsUnknown)
{
    EXPECT_EQ(forwardOf("docker-proxy", {}), "(unknown)");
    EXPECT_EQ(forwardOf("docker-proxy", {"docker-proxy", "-container-ip"}), "(unknown)");
    EXPECT_EQ(forwardOf("docker-proxy",
                        {"docker-proxy", "-container-ip", "\033[2J", "-container-port", "80"}),
              "(unknown)");
    EXPECT_EQ(forwardOf("docker-proxy",
                        {"docker-proxy", "-container-ip", "10.0.0.1", "-container-port", "99999"}),
              "(unknown)");
}

TEST(PortForward, OfRootlessportIsNotInItsCommandLine)
{
    EXPECT_EQ(forwardOf("rootlessport", {"rootlessport"}), "(unknown)");
}

TEST(PortForward, IsEmptyForAProgramThatOnlyClaimsTheName)
{
    EXPECT_EQ(
        forwardOf("nc", {"docker-proxy", "-container-ip", "10.0.0.1", "-container-port", "1"}),
        "(none)");
}

}  // namespace
}  // namespace quaywatch::test
