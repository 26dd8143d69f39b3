// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/service_manager.h"

#include "core/process/process_inspector.h"
#include "tests/support/processes/child_process.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using test::ChildProcess;

TEST(ServiceManager, IsProcessOneAndNotAnOrdinaryProcess)
{
    const ChildProcess child = ChildProcess::forked();

    EXPECT_NE(serviceManagerOf({1, 0}), ServiceManager::None);
    EXPECT_EQ(serviceManagerOf(inspectProcess(child.pid())->info.id), ServiceManager::None);
    EXPECT_EQ(serviceManagerOf({4'294'967'295U, 0}), ServiceManager::None);
}

TEST(NamespaceRoot, IsRootOfTheOwnNamespace)
{
    const auto root = uidOfNamespaceRoot(static_cast<std::uint32_t>(getpid()));

    // Read from inside a container, its root is 0 as well.
    EXPECT_TRUE(!root || *root == 0U);
    EXPECT_EQ(uidOfNamespaceRoot(4'294'967'295U), std::nullopt);
}

}  // namespace
}  // namespace quaywatch
