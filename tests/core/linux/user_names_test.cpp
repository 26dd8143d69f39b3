// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/user_names.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

constexpr std::uint32_t kNobodysUid = 4'000'000'123;

TEST(UserNames, TellTheNameOfRoot)
{
    UserNames users;

    ASSERT_TRUE(users.nameOf(0));
    EXPECT_EQ(*users.nameOf(0), "root");
}

TEST(UserNames, ShareOneTextBetweenRows)
{
    UserNames users;

    EXPECT_EQ(users.nameOf(0), users.nameOf(0));
}

TEST(UserNames, AreNullWhereThereIsNone)
{
    UserNames users;

    EXPECT_FALSE(users.nameOf(kNobodysUid));
    EXPECT_FALSE(users.nameOf(kNobodysUid));
}

TEST(UserNames, MayBeAskedFromSeveralThreads)
{
    UserNames users;
    std::vector<std::shared_ptr<const std::string>> answers(4);

    std::vector<std::thread> threads;
    for (auto& answer : answers) {
        threads.emplace_back([&users, &answer] { answer = users.nameOf(0); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }

    for (const auto& answer : answers) {
        EXPECT_EQ(answer, answers.front());
    }
}

}  // namespace
}  // namespace quaywatch::linux_backend
