// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/export/parallel_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <thread>

namespace quaywatch {
namespace {

ChunkRenderer printNumber()
{
    return [](std::size_t piece, std::string& out) { out += std::to_string(piece) + ' '; };
}

std::string numbersTo(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += std::to_string(i) + ' ';
    }
    return text;
}

TEST(OrderedPieces, ArriveInOrderWithAndWithoutAThread)
{
    for (const bool isThreaded : {false, true}) {
        for (const std::size_t count : {0U, 1U, 5U, 6U, 7U, 1000U}) {
            std::string text;

            const bool isWhole = writeOrderedPieces(
                count, printNumber,
                [&text](std::string_view piece) {
                    text += piece;
                    return true;
                },
                isThreaded);

            EXPECT_TRUE(isWhole);
            EXPECT_EQ(text, numbersTo(count));
        }
    }
}

TEST(OrderedPieces, AreOnlyAFewAheadOfTheWriter)
{
    constexpr std::size_t kPieces = 60;
    constexpr std::size_t kMaxAhead = 6;
    std::atomic<std::size_t> begun = 0;
    const auto render = [&begun](std::size_t piece, std::string& out) {
        ++begun;
        out += std::to_string(piece) + ' ';
    };
    std::string text;
    std::size_t written = 0;
    std::size_t maxAhead = 0;
    const auto sink = [&](std::string_view piece) {
        // The other thread reaches its limit; then it gets time in which it could exceed the limit.
        while (begun < std::min(written + kMaxAhead, kPieces)) {
            std::this_thread::yield();
        }
        for (int i = 0; i < 50; ++i) {
            std::this_thread::yield();
        }
        maxAhead = std::max(maxAhead, begun - written);
        text += piece;
        ++written;
        return true;
    };

    writeOrderedPieces(
        kPieces, [&render] { return ChunkRenderer(render); }, sink, /*isThreaded=*/true);

    EXPECT_EQ(text, numbersTo(kPieces));
    EXPECT_EQ(maxAhead, kMaxAhead);
}

TEST(OrderedPieces, AreNotOfferedAfterTheWriterStops)
{
    for (std::size_t stopAt = 1; stopAt <= 40; ++stopAt) {
        std::size_t calls = 0;

        const bool isWhole = writeOrderedPieces(
            1000, printNumber, [&](std::string_view) { return ++calls < stopAt; },
            /*isThreaded=*/true);

        EXPECT_FALSE(isWhole);
        EXPECT_EQ(calls, stopAt);
    }
}

}  // namespace
}  // namespace quaywatch
