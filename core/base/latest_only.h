// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstdint>

namespace quaywatch {

/// Numbers the requests of one kind, of which only the latest is answered: a new request makes the
/// ones before it, and their answers, worthless. All functions may be called on any thread.
class LatestOnly {
public:
    using Job = std::uint64_t;

    /// Begins a request.
    /// @return Its number, never 0.
    Job start() noexcept { return ++m_latest; }

    /// Drops the latest request as well.
    void cancel() noexcept { ++m_latest; }

    /// Whether the request is still wanted.
    [[nodiscard]] bool isLatest(Job job) const noexcept { return job == m_latest; }

private:
    std::atomic<Job> m_latest{0};
};

}  // namespace quaywatch
