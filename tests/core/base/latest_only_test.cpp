// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/latest_only.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

TEST(LatestOnly, WantsTheLatestRequest)
{
    LatestOnly requests;

    const LatestOnly::Job first = requests.start();
    const LatestOnly::Job second = requests.start();

    EXPECT_FALSE(requests.isLatest(first));
    EXPECT_TRUE(requests.isLatest(second));
}

TEST(LatestOnly, WantsNoneAfterCancel)
{
    LatestOnly requests;
    const LatestOnly::Job job = requests.start();

    requests.cancel();

    EXPECT_FALSE(requests.isLatest(job));
}

}  // namespace
}  // namespace quaywatch
