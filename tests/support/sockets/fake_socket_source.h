// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_source.h"

#include <deque>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// Returns prepared answers in order; the last one repeats.
class FakeSocketSource final : public SocketSource {
public:
    explicit FakeSocketSource(std::vector<Result<Snapshot>> answers)
        : m_answers(std::make_move_iterator(answers.begin()),
                    std::make_move_iterator(answers.end()))
    {
    }

    Result<Snapshot> read(ReadScope scope) override
    {
        ++readCount;
        Result<Snapshot> answer = m_answers.front();
        if (m_answers.size() > 1) {
            m_answers.pop_front();
        }
        if (answer && scope != ReadScope::EverythingAndBound) {
            answer->hasBoundTcp = false;
            std::erase_if(answer->sockets,
                          [](const SocketRecord& socket) { return socket.isBoundTcp(); });
        }
        return answer;
    }
    Result<std::vector<SocketRecord>> find(std::span<const SocketRecord* const> wanted) override
    {
        std::vector<SocketRecord> found;
        for (const SocketRecord* socket : wanted) {
            askedFor.push_back(socket->key);
            for (const SocketRecord& record : remaining) {
                if (record.key == socket->key) {
                    found.push_back(record);
                }
            }
        }
        return found;
    }
    std::string_view name() const noexcept override { return "fake"; }

    std::vector<SocketRecord> remaining;  ///< Sockets that find() knows though read() missed them.
    std::vector<SocketKey> askedFor;
    int readCount = 0;

private:
    std::deque<Result<Snapshot>> m_answers;
};

}  // namespace quaywatch::test
