// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/update_watch.h"

#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <QSignalSpy>

#include <filesystem>
#include <string>

namespace quaywatch {
namespace {

TEST(UpdateWatchTest, NoticesAReplacedProgramAtTheSecondCheck)
{
    const test::TempDir folder;
    const std::string path = folder.write("quaywatch", "one");
    UpdateWatch watch({path, stampOf(path).value(), {}});
    QSignalSpy updated(&watch, &UpdateWatch::updated);
    QSignalSpy checked(&watch, &UpdateWatch::checked);
    watch.check();
    ASSERT_TRUE(checked.wait(5000));
    std::filesystem::rename(folder.write("new", "two!"), path);

    watch.check();
    ASSERT_TRUE(checked.wait(5000));
    EXPECT_EQ(updated.count(), 0);
    watch.check();
    ASSERT_TRUE(checked.wait(5000));

    EXPECT_EQ(updated.count(), 1);
}

}  // namespace
}  // namespace quaywatch
