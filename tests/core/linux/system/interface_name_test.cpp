// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/interface_name.h"

#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

TEST(InterfaceName, KnowsTheLoopbackDevice)
{
    const auto first = interfaceNameOf(1);  // Linux makes it first in each network namespace.
    ASSERT_TRUE(first);

    EXPECT_TRUE(isLoopbackInterface(*first));
    EXPECT_FALSE(isLoopbackInterface("no such device"));
    EXPECT_FALSE(isLoopbackInterface("a name that is too long for a device"));
    EXPECT_FALSE(isLoopbackInterface(""));
}

}  // namespace
}  // namespace quaywatch::linux_backend
