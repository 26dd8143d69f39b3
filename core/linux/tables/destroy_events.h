// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/tables/event_channel.h"
#include "core/sockets/close_event_source.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace quaywatch::linux_backend {

/// Collects close events on a thread of its own, which sleeps while no socket closes.
class DestroyEvents final : public CloseEventSource {
public:
    /// Most events that are kept between two calls of take(); further ones become a gap. 10 MB.
    static constexpr std::size_t kMaxKept = 65536;

    /// @return SystemError if no thread can be started.
    [[nodiscard]] static Result<std::unique_ptr<CloseEventSource>> start(
        std::unique_ptr<EventChannel> channel, std::size_t maxKept = kMaxKept);

    DestroyEvents(const DestroyEvents&) = delete;
    DestroyEvents& operator=(const DestroyEvents&) = delete;
    ~DestroyEvents() override;

    [[nodiscard]] DestroyedSockets take() override;
    [[nodiscard]] std::optional<Gap> gap() const override;

private:
    using Time = std::chrono::system_clock::time_point;

    DestroyEvents(std::unique_ptr<EventChannel> channel, std::size_t maxKept);
    void run();
    bool receiveAll();
    void keep(std::vector<DestroyedSocket>& sockets);
    void reportLoss(DestroyedSockets& taken);

    std::unique_ptr<EventChannel> m_channel;
    std::size_t m_maxKept;
    std::uint64_t m_networkNamespace;

    // Used by the thread that calls take().
    Time m_takenAt;
    std::uint64_t m_reportedLost = 0;  ///< How much of lostCount() was reported.

    mutable std::mutex m_mutex;  ///< Guards the members below.
    DestroyedSockets m_kept;
    std::optional<EventGap> m_unkept;  ///< Events for which m_kept had no room.
    bool m_hasOverflowed = false;
    std::optional<Message> m_end;  ///< Why the thread stopped reading.

    std::thread m_thread;
};

}  // namespace quaywatch::linux_backend
