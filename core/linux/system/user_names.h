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

/// Names of users, remembered, so that all rows of a user share one text.
///
/// Safe from any thread. A name that is not known yet is asked of the system's name service, which
/// may go over the network and block for seconds: a thread of its own waits for it. During the
/// first `patience` after the first question nameOf() waits along, so that a single listing is
/// complete; later it never waits, and the name is there at a later question.
///
/// An object may go while the name service is still silent: the thread keeps what it needs.
class UserNames {
public:
    using Name = std::shared_ptr<const std::string>;
    /// Asks the name service; replaced in tests.
    using Service = std::function<Name(std::uint32_t uid)>;

    static constexpr std::chrono::milliseconds kPatience{1000};
    /// A name service that takes longer does not answer.
    static constexpr std::chrono::milliseconds kSilence = kPatience;

    /// The one that this program's own questions share, so that a name service that hangs is waited
    /// for once, not once by each that asks.
    [[nodiscard]] static const std::shared_ptr<UserNames>& shared();

    /// @param silence  For tests.
    explicit UserNames(std::chrono::milliseconds patience = kPatience, Service service = {},
                       std::chrono::milliseconds silence = kSilence);

    /// @return Null if the uid has no name, or none yet. That it has none is asked again after a
    ///         minute: users are added.
    [[nodiscard]] Name nameOf(std::uint32_t uid);

    /// How many users the name service has been asked about without an answer, once it has been
    /// silent for kSilence; 0 while it may still be at work.
    [[nodiscard]] std::size_t unansweredCount() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

}  // namespace quaywatch::linux_backend
