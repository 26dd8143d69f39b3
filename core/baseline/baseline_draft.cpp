// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_draft.h"

#include "core/baseline/baseline_text.h"
#include "core/baseline/expected_users.h"
#include "core/baseline/holder_programs.h"
#include "core/registry/service_registry.h"
#include "core/sockets/classify.h"
#include "core/text/display_text.h"
#include "core/text/iso_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace quaywatch {
namespace {

struct Line {
    BaselineEntry entry;
    const SocketRecord* socket = nullptr;  ///< The first of the sockets that it stands for.
};

constexpr std::array<std::string_view, 2> kGroups{
    "Bound beyond loopback (firewalls are not taken into account)", "Loopback only"};

bool isLocal(const Line& line)
{
    return line.entry.address.scope == ExpectedAddress::Scope::Loopback;
}

/// The comment after the port: the registered service, and why the socket is unexpected. An RPC
/// service has any port, whatever that is registered for.
std::string remarkOn(const SocketRecord& socket, const BaselineEntry& entry)
{
    std::string remark(
        entry.rpcProgram
            ? std::string_view{}
            : registry::lookup(socket.key.localPort, socket.key.protocol).names.first());
    if (socket.assessment.verdict == Verdict::Unexpected && socket.assessment.reason) {
        remark += fmt::format("{}unexpected: {}", remark.empty() ? "" : "; ",
                              socket.assessment.reason->english());
    }
    return displayText(remark);
}

/// Each line of a text as a comment.
std::string asComment(std::string_view text)
{
    std::string comment;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
        comment.append("# ").append(text.substr(0, size));
        text.remove_prefix(size);
    }
    return comment;
}

bool isProgramUnknown(const BaselineEntry& entry)
{
    return std::find(entry.programs.begin(), entry.programs.end(), "") != entry.programs.end();
}

class Draft {
public:
    Draft(PortRange ephemeralPorts, const LaterPrograms& later)
        : m_ephemeralPorts(ephemeralPorts)
        , m_later(later)
    {
    }

    void take(const SocketRecord& socket)
    {
        if (!socket.rpc && isEphemeralUdp(socket, m_ephemeralPorts)) {
            ++m_draft.passingCount;
            return;
        }
        BaselineEntry entry = entryFor(socket, m_later);
        const bool fits = namelessOwner(socket) == nullptr;
        const bool isKnown = std::any_of(m_lines.begin(), m_lines.end(), [&](const Line& line) {
            return line.entry.means(entry) && (namelessOwner(*line.socket) == nullptr) == fits;
        });
        if (!isKnown) {
            m_lines.push_back({std::move(entry), &socket});
        }
    }

    [[nodiscard]] BaselineDraft finish(const Snapshot& snapshot) &&
    {
        m_draft.text = fmt::format(
            "# What may listen on this machine, as it was at {}.\n"
            "# Review it, remove what should not listen, and keep it in git.\n"
            "# `quaywatch-cli check` compares; `man quaywatch-cli` describes the entries.\n"
            "{}"
            "schema = 1\n",
            isoTime(snapshot.takenAt, /*isWhole=*/true), leftOutRemark());
        for (const bool wantsLocal : {false, true}) {
            writeGroup(wantsLocal);
        }
        return std::move(m_draft);
    }

private:
    [[nodiscard]] std::string leftOutRemark() const
    {
        const std::size_t count = m_draft.passingCount;
        if (count == 0) {
            return {};
        }
        const bool isOne = count == 1;
        return fmt::format(
            "# Left out, as {}: {} on {} of the kernel's ephemeral range ({}-{}).\n"
            "# `quaywatch-cli baseline add port:N/udp` adds one that belongs here.\n",
            isOne ? "a client's" : "clients'",
            isOne ? "1 UDP socket" : fmt::format("{} UDP sockets", count),
            isOne ? "a port" : "ports", m_ephemeralPorts.first, m_ephemeralPorts.last);
    }

    void writeGroup(bool wantsLocal)
    {
        std::string text;
        for (const Line& line : m_lines) {
            if (isLocal(line) == wantsLocal) {
                writeLine(text, line);
            }
        }
        if (!text.empty()) {
            m_draft.text += fmt::format("\n# --- {} ---\n{}", kGroups[wantsLocal ? 1 : 0], text);
        }
    }

    void writeLine(std::string& out, const Line& line)
    {
        Result<std::string> text = entryText(line.entry);
        if (!text) {
            ++m_draft.unwritableCount;
            out += fmt::format("\n# Left out, {} port {}: {}\n", token(line.socket->key.protocol),
                               line.socket->key.localPort, displayText(text.error().context));
            return;
        }
        addRemark(*text, line.entry.rpcProgram ? "\nrpc = " : "\nport = ",
                  remarkOn(*line.socket, line.entry));
        if (const ProcessInfo* const owner = namelessOwner(*line.socket)) {
            ++m_draft.neverFittingCount;
            addRemark(*text, "\nprogram = ",
                      "never fits: the program is " + displayText(namelessText(*owner)));
            out += "\n# Left out: only an entry for any program fits (program = \"any\").\n" +
                   asComment(*text);
            return;
        }
        ++m_draft.entryCount;
        m_draft.unexpectedCount += line.socket->assessment.verdict == Verdict::Unexpected ? 1 : 0;
        if (isProgramUnknown(line.entry)) {
            ++m_draft.hiddenCount;
            addRemark(*text, "\nprogram = ",
                      line.socket->ownerState == OwnerState::Kernel ? "the kernel's own"
                                                                    : "hidden from this user");
        }
        if (isComparedWithCreator(line.entry, *line.socket)) {
            addRemark(*text, "\nuser = ", "made the socket; its process is hidden");
        }
        out += '\n' + *text;
    }

    static void addRemark(std::string& text, std::string_view key, const std::string& remark)
    {
        const std::size_t place = text.find(key);
        if (place != std::string::npos && !remark.empty()) {
            text.insert(text.find('\n', place + 1), "  # " + remark);
        }
    }

    PortRange m_ephemeralPorts;
    const LaterPrograms& m_later;
    std::vector<Line> m_lines;
    BaselineDraft m_draft;
};

}  // namespace

BaselineEntry entryFor(const SocketRecord& listener, const LaterPrograms& later)
{
    BaselineEntry entry = entryFor(listener);
    if (later) {
        for (std::string& program : later(listener)) {
            if (std::find(entry.programs.begin(), entry.programs.end(), program) ==
                entry.programs.end()) {
                entry.programs.push_back(std::move(program));
            }
        }
    }
    return entry;
}

BaselineDraft draftBaseline(const Snapshot& snapshot, PortRange ephemeralPorts,
                            const LaterPrograms& later)
{
    Draft draft(ephemeralPorts, later);
    for (const SocketRecord& socket : snapshot.sockets) {
        if (socket.isListener()) {
            draft.take(socket);
        }
    }
    return std::move(draft).finish(snapshot);
}

}  // namespace quaywatch
