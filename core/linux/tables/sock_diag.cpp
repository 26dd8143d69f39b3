// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/sock_diag.h"

#include "core/linux/system/errno_error.h"
#include "core/linux/tables/inet_diag_decoder.h"
#include "core/message/message_list.h"

#include <arpa/inet.h>
#include <libmnl/libmnl.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <cerrno>

#include <atomic>
#include <cstring>
#include <memory>

namespace quaywatch::linux_backend {
namespace {

constexpr int kTries = 3;
// For a dump, the kernel fills datagrams of at most 32 KiB (netlink_dump()); twice that is enough.
constexpr std::size_t kDumpBytes = std::size_t{64} * 1024;

/// A byte code program of inet_diag: one comparison and the port to compare with. Offsets are in
/// bytes; a jump to exactly the end accepts the row, a jump beyond the end rejects it.
struct PortFilter {
    nlattr header;
    inet_diag_bc_op comparison;
    inet_diag_bc_op port;
};
constexpr std::size_t kProgramBytes = sizeof(PortFilter) - sizeof(nlattr);

struct Request {
    nlmsghdr header;
    inet_diag_req_v2 body;
    PortFilter filter;
};

PortFilter filterFor(const PortPartition& half) noexcept
{
    PortFilter filter{};
    filter.header = {sizeof filter, INET_DIAG_REQ_BYTECODE};
    if (half.isUpper) {
        filter.comparison.code = half.isOfRemotePort ? INET_DIAG_BC_D_GE : INET_DIAG_BC_S_GE;
        filter.port.no = static_cast<std::uint16_t>(half.lastLow + 1);
    } else {
        filter.comparison.code = half.isOfRemotePort ? INET_DIAG_BC_D_LE : INET_DIAG_BC_S_LE;
        filter.port.no = half.lastLow;
    }
    filter.comparison.yes = kProgramBytes;
    filter.comparison.no = kProgramBytes + sizeof(inet_diag_bc_op);
    return filter;
}

Request requestFor(const DiagQuery& query, std::uint32_t sequence) noexcept
{
    Request request{};
    request.header.nlmsg_len = sizeof request - (query.half ? 0 : sizeof request.filter);
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    request.header.nlmsg_seq = sequence;
    request.body.sdiag_family = query.family;
    request.body.sdiag_protocol = query.protocol;
    request.body.idiag_states = query.states;
    if (query.wantsByteCounts) {
        request.body.idiag_ext = 1U << (INET_DIAG_INFO - 1U);
    }
    if (query.half) {
        request.filter = filterFor(*query.half);
    }
    return request;
}

enum class Progress : std::uint8_t { More, Done, Interrupted };

/// Reads the messages in the datagrams of one answer.
class MessageReader {
public:
    MessageReader(const DiagQuery& query, std::uint32_t sequence, std::vector<DiagRow>& rows)
        : m_query(query)
        , m_sequence(sequence)
        , m_rows(rows)
    {
    }

    Result<Progress> read(std::span<const std::byte> datagram)
    {
        // libmnl uses int for lengths, and accepts any pointer to a header.
        int left = static_cast<int>(datagram.size());
        const auto* header = reinterpret_cast<const nlmsghdr*>(datagram.data());
        while (mnl_nlmsg_ok(header, left)) {
            Result<Progress> progress = take(*header);
            if (!progress || *progress != Progress::More) {
                return progress;
            }
            header = mnl_nlmsg_next(header, &left);
        }
        // Bytes that are not a whole message mean that the answer was cut short.
        return left > 0 ? Progress::Interrupted : Progress::More;
    }

    [[nodiscard]] bool wasInterrupted() const noexcept { return m_wasInterrupted; }

private:
    Result<Progress> take(const nlmsghdr& header)
    {
        if (header.nlmsg_seq != m_sequence) {
            return Progress::More;  // the rest of an answer to an earlier, abandoned request
        }
        m_wasInterrupted = m_wasInterrupted || (header.nlmsg_flags & NLM_F_DUMP_INTR) != 0;
        switch (header.nlmsg_type) {
            case NLMSG_DONE:
                return takeDone(header);
            case NLMSG_ERROR:
                return takeError(header);
            case SOCK_DIAG_BY_FAMILY: {
                const auto* payload = static_cast<const std::byte*>(mnl_nlmsg_get_payload(&header));
                const auto row =
                    decodeInetDiag({payload, mnl_nlmsg_get_payload_len(&header)}, m_query.protocol);
                if (row) {
                    m_rows.push_back(*row);
                }
                return Progress::More;
            }
            default:
                return Progress::More;
        }
    }

    /// The end of a dump contains its result: ENOENT if the kernel module of the protocol is
    /// missing.
    [[nodiscard]] Result<Progress> takeDone(const nlmsghdr& header) const
    {
        int error = 0;
        if (mnl_nlmsg_get_payload_len(&header) >= sizeof error) {
            std::memcpy(&error, mnl_nlmsg_get_payload(&header), sizeof error);
        }
        if (error < 0) {
            return errnoFailure(-error, Message(MessageId::DumpSockets));
        }
        return m_wasInterrupted ? Progress::Interrupted : Progress::Done;
    }

    static Result<Progress> takeError(const nlmsghdr& header)
    {
        if (mnl_nlmsg_get_payload_len(&header) < sizeof(nlmsgerr)) {
            return failure(ErrorCode::Malformed, "netlink error message cut short");
        }
        const auto* error = static_cast<const nlmsgerr*>(mnl_nlmsg_get_payload(&header));
        if (error->error == 0) {
            return Progress::Done;
        }
        if (error->error == -EBUSY) {
            return Progress::Interrupted;  // after an overflow, the kernel still has the dump open
        }
        return errnoFailure(-error->error, Message(MessageId::DumpSockets));
    }

    const DiagQuery& m_query;
    std::uint32_t m_sequence;
    std::vector<DiagRow>& m_rows;
    bool m_wasInterrupted = false;
};

/// @return Whether the table was received completely.
Result<bool> dumpOnce(DiagChannel& channel, const DiagQuery& query, std::vector<DiagRow>& rows)
{
    // Unique per request, so that the rest of an abandoned dump is not mistaken for this one.
    static std::atomic<std::uint32_t> nextSequence{1};
    const Request request = requestFor(query, nextSequence++);
    const auto bytes = std::as_bytes(std::span(&request, 1)).first(request.header.nlmsg_len);
    if (const auto sent = channel.send(bytes); !sent) {
        return tl::unexpected(sent.error());
    }
    // Not a thread_local: the C library would zero that much memory for each thread that starts.
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): a vector would be zeroed for each dump.
    const auto memory = std::make_unique_for_overwrite<std::byte[]>(kDumpBytes);
    const std::span<std::byte> buffer(memory.get(), kDumpBytes);
    MessageReader reader(query, request.header.nlmsg_seq, rows);
    for (;;) {
        const Result<std::size_t> length = channel.receive(buffer);
        if (!length) {
            const int error = length.error().osCode;
            if (error == ENOBUFS || error == ENOSPC) {
                return false;
            }
            return tl::unexpected(length.error());
        }
        const Result<Progress> progress = reader.read(buffer.first(*length));
        if (!progress) {
            return tl::unexpected(progress.error());
        }
        if (*progress != Progress::More) {
            return *progress == Progress::Done;
        }
    }
}

}  // namespace

Result<void> dumpSockets(DiagChannel& channel, const DiagQuery& query, DiagDump& dump)
{
    const std::size_t before = dump.rows.size();
    std::vector<DiagRow> best;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        const Result<bool> isWhole = dumpOnce(channel, query, dump.rows);
        if (!isWhole) {
            return tl::unexpected(isWhole.error());
        }
        if (*isWhole) {
            return {};
        }
        const auto begin = dump.rows.begin() + static_cast<std::ptrdiff_t>(before);
        if (static_cast<std::size_t>(dump.rows.end() - begin) > best.size()) {
            best.assign(begin, dump.rows.end());
        }
        dump.rows.resize(before);
    }
    dump.rows.insert(dump.rows.end(), best.begin(), best.end());
    dump.isIncomplete = true;
    return {};
}

}  // namespace quaywatch::linux_backend
