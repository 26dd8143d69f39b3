// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/system_path.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

TEST(SystemPath, IsBelowASystemFolder)
{
    for (const char* path : {"/usr/bin/nc", "/bin/nc", "/sbin/init", "/lib/systemd/systemd",
                             "/lib64/ld-linux-x86-64.so.2", "/opt/tool/tool", "/snap/x/1/bin/x",
                             "/nix/store/abc-nginx/bin/nginx"}) {
        EXPECT_TRUE(isSystemPath(path)) << path;
    }
}

TEST(SystemPath, ExcludesPathsThatAUserMayWrite)
{
    for (const char* path : {"", "nc", "usr/bin/nc", "/home/eve/nc", "/tmp/nc", "/usrlocal/nc",
                             "/memfd:nc", "/lib32x/nc"}) {
        EXPECT_FALSE(isSystemPath(path)) << path;
    }
}

TEST(SystemPath, HasNoHiddenFolderAndNoParentReference)
{
    EXPECT_FALSE(isSystemPath("/usr/../tmp/nc"));
    EXPECT_FALSE(isSystemPath("/usr/lib/.hidden/nc"));
    EXPECT_FALSE(isSystemPath("/opt/./nc"));
}

}  // namespace
}  // namespace quaywatch
