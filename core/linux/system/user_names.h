// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace quaywatch::linux_backend {

/// Names of users, cached, so that all rows of a user share one text.
///
/// Safe from any thread. The system's name service looks up unknown names. It may use the network
/// and block for seconds, so a separate thread waits for it. Within `patience` after the first
/// query, nameOf() waits, too, so that a single listing is complete. Later it never waits, and a
/// later query returns the name.
///
/// An object may be destroyed while the name service has not answered yet: the thread keeps what it
/// needs.
class UserNames {
public:
    using Name = std::shared_ptr<const std::string>;
    /// Queries the name service; replaced in tests.
    using Service = std::function<Name(std::uint32_t uid)>;

    static constexpr std::chrono::milliseconds kPatience{1000};
    /// A name service that takes longer counts as not responding.
    static constexpr std::chrono::milliseconds kSilence = kPatience;

    /// The object that all parts of this program share, so that they wait only once for a name
    /// service that hangs.
    [[nodiscard]] static const std::shared_ptr<UserNames>& shared();

    /// @param service  Replaced in tests, which then also give what `local` returns.
    /// @param silence  For tests.
    /// @param local    Gives a name at once while the service has not answered; by default
    ///                 localUserName().
    explicit UserNames(std::chrono::milliseconds patience = kPatience, Service service = {},
                       std::chrono::milliseconds silence = kSilence, Service local = {});

    /// @return Null if the uid has no name, or none yet. A uid without a name is looked up again
    ///         after a minute, since users may be added.
    [[nodiscard]] Name nameOf(std::uint32_t uid);

    /// How many users have no name because the name service has not answered, once it has not
    /// responded for kSilence; 0 while it may still be working.
    [[nodiscard]] std::size_t unansweredCount() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

}  // namespace quaywatch::linux_backend
