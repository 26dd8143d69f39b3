// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/user_names.h"

#include "tests/support/processes/no_threads.h"

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

constexpr std::uint32_t kUnknownUid = 4'000'000'123;

TEST(UserNames, ReturnTheNameOfRoot)
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

TEST(UserNames, AreNullForAnUnknownUser)
{
    UserNames users;

    EXPECT_FALSE(users.nameOf(kUnknownUid));
    EXPECT_FALSE(users.nameOf(kUnknownUid));
}

TEST(UserNames, CanBeUsedFromSeveralThreads)
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

/// A name service that answers when the test lets it.
class SlowService {
public:
    [[nodiscard]] UserNames::Service service() const
    {
        return [answer = m_answer](std::uint32_t uid) {
            answer.wait();
            return std::make_shared<const std::string>("user" + std::to_string(uid));
        };
    }
    void answer() { m_promise.set_value(); }

private:
    std::promise<void> m_promise;
    std::shared_future<void> m_answer = m_promise.get_future().share();
};

TEST(UserNames, AreNotWaitedForAfterTheTimeLimit)
{
    SlowService slow;
    const auto isQueriedFor8 = std::make_shared<std::promise<void>>();
    UserNames users(std::chrono::milliseconds(0),
                    [service = slow.service(), isQueriedFor8](std::uint32_t uid) {
                        if (uid == 8) {
                            isQueriedFor8->set_value();  // so the answer to 7 has been stored
                        }
                        return service(uid);
                    });

    EXPECT_FALSE(users.nameOf(7));
    EXPECT_FALSE(users.nameOf(8));

    slow.answer();
    isQueriedFor8->get_future().wait();
    ASSERT_TRUE(users.nameOf(7));
    EXPECT_EQ(*users.nameOf(7), "user7");
}

TEST(UserNames, AreTakenFromThisMachineWhileTheServiceHangs)
{
    SlowService slow;
    UserNames users(std::chrono::milliseconds(0), slow.service(), std::chrono::milliseconds(0),
                    [](std::uint32_t uid) -> UserNames::Name {
                        return uid == 7 ? std::make_shared<const std::string>("local") : nullptr;
                    });

    ASSERT_TRUE(users.nameOf(7));
    EXPECT_EQ(*users.nameOf(7), "local");
    EXPECT_FALSE(users.nameOf(8));
    EXPECT_EQ(users.unansweredCount(), 1U) << "only the one without a name";
    slow.answer();
}

TEST(UserNames, AreWaitedForAtFirst)
{
    UserNames users(std::chrono::hours(1),
                    [](std::uint32_t) { return std::make_shared<const std::string>("late"); });

    ASSERT_TRUE(users.nameOf(7));
    EXPECT_EQ(*users.nameOf(7), "late");
}

TEST(UserNames, CanBeDestroyedWhileTheServiceHangs)
{
    SlowService slow;
    {
        UserNames users(std::chrono::milliseconds(0), slow.service());
        EXPECT_FALSE(users.nameOf(7));
    }
    slow.answer();
}

TEST(UserNames, CountUnansweredNames)
{
    using std::chrono::milliseconds;
    SlowService slow;
    UserNames silent(milliseconds(0), slow.service(), milliseconds(0));
    UserNames busy(milliseconds(0), slow.service(), std::chrono::hours(1));
    EXPECT_EQ(silent.unansweredCount(), 0U);

    EXPECT_FALSE(silent.nameOf(7));
    EXPECT_FALSE(silent.nameOf(8));
    EXPECT_FALSE(busy.nameOf(7));

    EXPECT_EQ(silent.unansweredCount(), 2U);
    EXPECT_EQ(busy.unansweredCount(), 0U);
    slow.answer();
}

TEST(UserNames, AreCompleteOnceAnswered)
{
    UserNames users(
        std::chrono::hours(1),
        [](std::uint32_t) { return std::make_shared<const std::string>("late"); },
        std::chrono::milliseconds(0));

    ASSERT_TRUE(users.nameOf(7));

    EXPECT_EQ(users.unansweredCount(), 0U);
}

TEST(UserNames, AreResolvedOnThisThreadWhereNoOtherCanStart)
{
    const test::NoThreads noThreads;
    UserNames users;

    ASSERT_TRUE(users.nameOf(0));
    EXPECT_EQ(*users.nameOf(0), "root");
}

}  // namespace
}  // namespace quaywatch::linux_backend
