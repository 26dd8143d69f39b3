// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/name_service.h"

#include "core/host/name_service.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace quaywatch::linux_backend {
namespace {

constexpr std::uint32_t kUserWithoutName = 4'000'000'124;

TEST(NameService, KnowsTheNameOfRoot)
{
    const auto name = askNameService(0);

    ASSERT_TRUE(name);
    EXPECT_EQ(*name, "root");
}

TEST(NameService, HasNoNameForAnUnknownUser)
{
    EXPECT_EQ(askNameService(kUserWithoutName), nullptr);
}

TEST(NameService, IsTheSystemsInEveryProgramButTheStaticOne)
{
    EXPECT_TRUE(usesNameService());
}

}  // namespace
}  // namespace quaywatch::linux_backend
