// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/close_event_source.h"

#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// Returns prepared answers in order, then empty ones.
class FakeCloseEventSource final : public CloseEventSource {
public:
    FakeCloseEventSource() = default;
    explicit FakeCloseEventSource(std::vector<DestroyedSockets> answers)
        : m_answers(std::make_move_iterator(answers.begin()),
                    std::make_move_iterator(answers.end()))
    {
    }

    DestroyedSockets take() override
    {
        if (m_answers.empty()) {
            return {};
        }
        DestroyedSockets answer = std::move(m_answers.front());
        m_answers.pop_front();
        return answer;
    }
    [[nodiscard]] std::optional<Gap> gap() const override { return reportedGap; }

    std::optional<Gap> reportedGap;  ///< The value that gap() returns.

private:
    std::deque<DestroyedSockets> m_answers;
};

/// The event of a socket with the endpoints and the cookie of `record`.
inline DestroyedSocket destroyed(const SocketRecord& record,
                                 std::optional<std::uint64_t> bytesReceived = {},
                                 std::optional<std::uint64_t> bytesSent = {})
{
    DestroyedSocket socket;
    socket.key = record.key;
    socket.cookie = record.cookie;
    socket.state = record.key.protocol == Protocol::Tcp ? SocketState::Closed : record.state;
    socket.isConnection = record.hasRemote();
    socket.bytesReceived = bytesReceived;
    socket.bytesSent = bytesSent;
    return socket;
}

}  // namespace quaywatch::test
