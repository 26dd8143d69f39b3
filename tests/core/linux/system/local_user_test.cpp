// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/local_user.h"

#include "tests/support/temp_dir.h"

#include <sys/stat.h>

#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

TEST(LocalUser, FindsTheNameOfANumber)
{
    const std::string passwd =
        "root:x:0:0:root:/root:/bin/bash\nalice:x:1000:1000::/home/alice:/bin/sh\n";

    EXPECT_EQ(*userNameIn(passwd, 0), "root");
    EXPECT_EQ(*userNameIn(passwd, 1000), "alice");
    EXPECT_EQ(userNameIn(passwd, 1), nullptr);
}

TEST(LocalUser, TakesTheFirstOfSeveralNames)
{
    EXPECT_EQ(*userNameIn("toor:x:0:0\nroot:x:0:0\n", 0), "toor");
}

TEST(LocalUser, SkipsLinesWithoutANumber)
{
    for (const char* line : {"", ":", "a", "a:x", "a:x:", "a:x:0x0:", "a:x: 7:", ":x:7:", "a:x:7 :",
                             "a:x:99999999999:"}) {
        EXPECT_EQ(userNameIn(line, 7), nullptr) << line;
        EXPECT_EQ(userNameIn(line, 0), nullptr) << line;
    }
}

TEST(LocalUser, DoesNotWaitForANamedPipe)
{
    const test::TempDir folder;
    ASSERT_EQ(mkfifo(folder.path("passwd").c_str(), 0600), 0);

    EXPECT_EQ(localUserName(1000, folder.path("passwd")), nullptr);
    EXPECT_EQ(*localUserName(0, folder.path("passwd")), "root");
}

TEST(LocalUser, ReadsAFile)
{
    const test::TempDir folder;
    const std::string path = folder.write("passwd", "alice:x:1000:1000::/:/bin/sh\n");

    EXPECT_EQ(*localUserName(1000, path), "alice");
    EXPECT_EQ(localUserName(0, path), nullptr);
}

}  // namespace
}  // namespace quaywatch::linux_backend
