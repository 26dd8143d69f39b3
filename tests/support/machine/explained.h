// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assess/assess.h"
#include "core/explain/explain.h"
#include "core/sockets/classify.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

inline const CurrentUser kRoot{0, "root", true};
inline const CurrentUser kAlice{1000, "alice", false};
inline const BindRules kDebianRules{1024, PortRange{32768, 60999}, {{8080, 8080}}, false};

/// The snapshot of a machine, and the explanation of one of its ports.
class Explained {
public:
    Explained(Port port, std::vector<SocketRecord> sockets, const CurrentUser& currentUser = kRoot,
              std::optional<Protocol> protocol = {})
        : m_snapshot(snapshotOf(std::move(sockets)))
    {
        m_snapshot.hasBoundTcp = true;
        classify(m_snapshot);
        assess(m_snapshot, {});
        explanation = explainPort(port, protocol, m_snapshot, kDebianRules, currentUser);
    }

    /// The English sentences about the sockets.
    [[nodiscard]] std::vector<std::string> now() const
    {
        std::vector<std::string> sentences;
        for (const Message& sentence : explanation.now) {
            sentences.push_back(sentence.english());
        }
        return sentences;
    }
    /// The English sentences about obstacles.
    [[nodiscard]] std::vector<std::string> obstacles() const
    {
        std::vector<std::string> sentences;
        for (const BindObstacle& obstacle : explanation.obstacles) {
            sentences.push_back(obstacle.text.english());
        }
        return sentences;
    }
    [[nodiscard]] std::vector<std::string> obstacleTokens() const
    {
        std::vector<std::string> tokens;
        for (const BindObstacle& obstacle : explanation.obstacles) {
            tokens.push_back(obstacle.token);
        }
        return tokens;
    }

private:
    Snapshot m_snapshot;

public:
    PortExplanation explanation;
};

inline SocketRecord netcat()
{
    return tcpListener(931, "127.0.0.1").ownedBy(process("nc.openbsd", 4711, 0, "root"));
}

}  // namespace quaywatch::test
