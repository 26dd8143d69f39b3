// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/export/list_json.h"

#include "core/export/parallel_writer.h"
#include "core/export/socket_json.h"
#include "core/export/socket_json_parts.h"
#include "core/registry/service_registry.h"
#include "core/text/iso_time.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <unordered_map>

namespace quaywatch {
namespace {

// About half a megabyte of text: fits into the cache, and is enough work to wake a thread.
constexpr std::size_t kSocketsPerPiece = 512;
// With fewer sockets a second thread costs more than it saves.
constexpr std::size_t kWorthAThread = 4 * kSocketsPerPiece;

/// The data from which the members from "owner_state" to "activation" are made.
struct OwnershipKey {
    const OwnerSet* owners = nullptr;
    const std::string* user = nullptr;
    const ServiceContext* serviceContext = nullptr;
    std::optional<std::uint32_t> uid;
    OwnerState ownerState = OwnerState::None;
    SocketState state = SocketState::Listen;
    Protocol protocol = Protocol::Tcp;

    friend bool operator==(const OwnershipKey&, const OwnershipKey&) = default;
};

struct OwnershipHash {
    std::size_t operator()(const OwnershipKey& key) const noexcept
    {
        std::size_t hash = std::hash<const void*>{}(key.owners);
        hash = hash * 31 + std::hash<const void*>{}(key.user);
        hash = hash * 31 + std::hash<const void*>{}(key.serviceContext);
        hash = hash * 31 + key.uid.value_or(0);
        return hash * 31 + static_cast<std::size_t>(key.state);
    }
};

struct AssessmentKey {
    Port port = 0;
    Protocol protocol = Protocol::Tcp;
    Verdict verdict = Verdict::Ordinary;
    std::optional<Severity> severity;
    const Message* reason = nullptr;

    friend bool operator==(const AssessmentKey&, const AssessmentKey&) = default;
};

/// Renders runs of sockets and caches the texts that many of them share: a process' description is
/// escaped once and not once per connection. For one thread and one snapshot.
class SocketRenderer {
public:
    void render(JsonWriter& json, const SocketRecord& socket)
    {
        json.beginObject();
        socket_json::writeEnds(json, socket);
        json.raw(ownership(socket));
        socket_json::writeKernelFacts(json, socket);
        json.raw(assessment(socket));
        json.endObject();
    }

private:
    const std::string& ownership(const SocketRecord& socket)
    {
        // Limits the cache on machines where every socket has different owners; a cleared cache
        // fills again.
        constexpr std::size_t kMaxKept = 4096;
        if (m_ownerships.size() > kMaxKept) {
            m_ownerships.clear();
        }
        const OwnershipKey key{.owners = socket.ownerSet.get(),
                               .user = socket.user.get(),
                               .serviceContext = socket.serviceContext.get(),
                               .uid = socket.uid,
                               .ownerState = socket.ownerState,
                               .state = socket.state,
                               .protocol = socket.key.protocol};
        const auto [entry, isNew] = m_ownerships.try_emplace(key);
        if (isNew) {
            JsonWriter json(entry->second);
            socket_json::writeOwnership(json, socket);
        }
        return entry->second;
    }

    const std::string& assessment(const SocketRecord& socket)
    {
        const AssessmentKey key{.port = socket.key.localPort,
                                .protocol = socket.key.protocol,
                                .verdict = socket.assessment.verdict,
                                .severity = socket.assessment.severity,
                                .reason = socket.assessment.reason.get()};
        if (m_assessment.empty() || !(key == m_assessmentKey)) {  // sockets are sorted by port
            m_assessment.clear();
            JsonWriter json(m_assessment);
            socket_json::writeAssessment(json, socket);
            m_assessmentKey = key;
        }
        return m_assessment;
    }

    std::unordered_map<OwnershipKey, std::string, OwnershipHash> m_ownerships;
    AssessmentKey m_assessmentKey;
    std::string m_assessment;
};

std::string headOf(const Snapshot& snapshot)
{
    std::string head;
    JsonWriter json(head);
    json.beginObject().member("schema", 1).member("taken_at", isoTime(snapshot.takenAt));
    json.member("registry", registry::date()).key("sockets").beginArray();
    return head;
}

std::string tailOf(const Snapshot& snapshot)
{
    std::string tail = "],";
    JsonWriter json(tail);
    json.key("gaps").beginArray();
    for (const Gap& gap : snapshot.gaps) {
        writeGap(json, gap);
    }
    json.endArray().endObject();
    return tail;
}

}  // namespace

bool writeListJson(const Snapshot& snapshot, const std::vector<const SocketRecord*>& sockets,
                   const TextWriter& sink)
{
    const auto makeRenderer = [&sockets]() -> ChunkRenderer {
        return
            [&sockets, renderer = SocketRenderer()](std::size_t piece, std::string& out) mutable {
                const std::size_t first = piece * kSocketsPerPiece;
                const std::size_t last = std::min(first + kSocketsPerPiece, sockets.size());
                JsonWriter json(out);
                for (std::size_t i = first; i < last; ++i) {
                    renderer.render(json, *sockets[i]);
                }
                if (last != sockets.size()) {
                    out += ',';
                }
            };
    };
    const std::size_t pieces = (sockets.size() + kSocketsPerPiece - 1) / kSocketsPerPiece;
    const bool isLarge = sockets.size() >= kWorthAThread;
    return sink(headOf(snapshot)) && writeOrderedPieces(pieces, makeRenderer, sink, isLarge) &&
           sink(tailOf(snapshot));
}

std::string listJson(const Snapshot& snapshot, const std::vector<const SocketRecord*>& sockets)
{
    constexpr std::size_t kTypicalSize = 900;
    std::string document;
    document.reserve(sockets.size() * kTypicalSize);
    writeListJson(snapshot, sockets, [&document](std::string_view piece) {
        document += piece;
        return true;
    });
    return document;
}

}  // namespace quaywatch
