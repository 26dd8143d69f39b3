// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/table_reader.h"

#include "core/base/parallel.h"
#include "core/linux/system/errno_error.h"
#include "core/linux/system/unique_fd.h"
#include "core/linux/tables/bound_probe.h"
#include "core/linux/tables/proc_net_parser.h"
#include "core/linux/tables/sock_diag.h"
#include "core/message/message_list.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <future>
#include <system_error>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

// TCP_ESTABLISHED to TCP_CLOSING, and 12, which is TCP_NEW_SYN_RECV (<net/tcp_states.h>).
constexpr std::uint32_t kEveryState = 0x1fff;
constexpr std::uint32_t kListenStates = 1U << TCP_LISTEN;
constexpr std::uint32_t kUnconnectedUdp = 1U << TCP_CLOSE;

std::uint32_t statesOf(std::uint8_t protocol, ReadScope scope) noexcept
{
    const bool isTcp = protocol == IPPROTO_TCP;
    if (scope == ReadScope::Listeners) {
        return isTcp ? kListenStates : kUnconnectedUdp;
    }
    // A kernel that does not know the state ignores its bit.
    return scope == ReadScope::EverythingAndBound && isTcp ? kEveryState | 1U << kBoundInactive
                                                           : kEveryState;
}

/// Gives the rows of bound TCP sockets, which the kernel dumps with the state TCP_CLOSE, a state of
/// their own. What remains of the peer of an earlier connection is removed.
void markBound(std::span<DiagRow> rows)
{
    for (DiagRow& row : rows) {
        if (row.protocol == IPPROTO_TCP && row.state == TCP_CLOSE && row.inode != 0) {
            row.state = kBoundInactive;
            row.remotePort = 0;
            row.remote = {};
        }
    }
}

std::size_t withHeadroom(std::size_t count) noexcept
{
    return count + count / 16;
}

Result<std::string> readWhole(const std::string& path)
{
    const UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
        return errnoFailure(errno, Message(MessageId::OpenFile, path));
    }
    std::string text;
    std::array<char, std::size_t{64} * 1024> buffer;
    for (;;) {
        const ssize_t length = ::read(file.get(), buffer.data(), buffer.size());
        if (length < 0) {
            return errnoFailure(errno, Message(MessageId::ReadFile, path));
        }
        if (length == 0) {
            return text;
        }
        text.append(buffer.data(), static_cast<std::size_t>(length));
    }
}

/// Whether the kernel, or a sandbox around this program, offers no sock_diag for this table. The
/// text tables may still be available then.
bool isMissing(const Error& error) noexcept
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Unsupported ||
           error.code == ErrorCode::PermissionDenied || error.osCode == EINVAL;
}

}  // namespace

const TableReader::Table TableReader::kTcp{AF_INET, IPPROTO_TCP, "tcp"};
const TableReader::Table TableReader::kTcp6{AF_INET6, IPPROTO_TCP, "tcp6"};
const TableReader::Table TableReader::kUdp{AF_INET, IPPROTO_UDP, "udp"};
const TableReader::Table TableReader::kUdp6{AF_INET6, IPPROTO_UDP, "udp6"};

TableReader::TableReader(ChannelFactory openChannel, std::string procNetFolder)
    : m_openChannel(std::move(openChannel))
    , m_procNetFolder(std::move(procNetFolder))
{
}

Result<SocketTables> TableReader::read(ReadScope scope)
{
    // Shows whether this kernel lists such sockets.
    const BoundProbe probe(scope == ReadScope::EverythingAndBound);
    divide(scope);
    std::future<Result<SocketTables>> other;
    try {
        other = std::async(std::launch::async, [this] { return readTask(m_second); });
    } catch (const std::system_error&) {
        // No more threads are allowed: this thread does one task after the other.
    }
    Result<SocketTables> tables = readTask(m_first);
    Result<SocketTables> rest = other.valid() ? other.get() : readTask(m_second);
    if (!tables || !rest) {
        return tables ? std::move(rest) : std::move(tables);
    }
    m_second.expectedRows = withHeadroom(rest->rows.size());
    m_first.expectedRows = withHeadroom(tables->rows.size() + rest->rows.size());
    tables->rows.insert(tables->rows.end(), rest->rows.begin(), rest->rows.end());
    for (Gap& gap : rest->gaps) {
        // Both halves of a table report the same gaps.
        if (std::find(tables->gaps.begin(), tables->gaps.end(), gap) == tables->gaps.end()) {
            tables->gaps.push_back(std::move(gap));
        }
    }
    if (scope == ReadScope::EverythingAndBound) {
        markBound(tables->rows);
        tables->hasBoundTcp = probe.removeFrom(tables->rows);
    }
    if (scope != ReadScope::Listeners) {
        m_lowerV4 = lowerPartition(tables->rows, AF_INET);
        m_lowerV6 = lowerPartition(tables->rows, AF_INET6);
    }
    return tables;
}

Result<SocketTables> TableReader::readListeners(bool ofTcp, bool ofUdp)
{
    const Query query{.scope = ReadScope::Listeners};
    m_first.parts.clear();
    if (ofTcp) {
        m_first.parts.insert(m_first.parts.end(), {{kTcp, query}, {kTcp6, query}});
    }
    if (ofUdp) {
        m_first.parts.insert(m_first.parts.end(), {{kUdp, query}, {kUdp6, query}});
    }
    return readTask(m_first);
}

/// Gives each thread about half of the work.
void TableReader::divide(ReadScope scope)
{
    const Query whole{.scope = scope};
    const bool isHalved =
        scope != ReadScope::Listeners && (m_lowerV4 || m_lowerV6) && parallelWorkers() > 1;
    if (!isHalved) {
        m_first.parts = {{kTcp, whole}, {kTcp6, whole}};
        m_second.parts = {{kUdp, whole}, {kUdp6, whole}};
        return;
    }
    m_first.parts = {{kTcp, {scope, m_lowerV4}}};
    m_second.parts = {};
    if (m_lowerV4) {
        m_second.parts.push_back({kTcp, {scope, m_lowerV4->other()}});
    }
    if (m_lowerV6) {
        m_first.parts.push_back({kTcp6, {scope, m_lowerV6}});
        m_second.parts.push_back({kTcp6, {scope, m_lowerV6->other()}});
    } else {
        m_second.parts.push_back({kTcp6, whole});
    }
    m_first.parts.insert(m_first.parts.end(), {{kUdp, whole}, {kUdp6, whole}});
}

Result<SocketTables> TableReader::readTask(ReaderTask& share) const
{
    SocketTables tables;
    tables.rows.reserve(share.expectedRows);
    for (const Part& part : share.parts) {
        if (const auto opened = openChannel(share.channel); !opened) {
            return tl::unexpected(opened.error());
        }
        if (const auto done = readTable(share.channel, part.table, part.query, tables); !done) {
            share.channel.reset();  // A new socket next time, whatever the error was.
            return tl::unexpected(done.error());
        }
    }
    return tables;
}

/// Leaves the channel null if the kernel offers none.
Result<void> TableReader::openChannel(std::unique_ptr<DiagChannel>& channel) const
{
    if (channel) {
        return {};
    }
    Result<std::unique_ptr<DiagChannel>> opened = m_openChannel();
    if (opened) {
        channel = std::move(*opened);
        return {};
    }
    return isMissing(opened.error()) ? Result<void>()
                                     : Result<void>(tl::unexpected(opened.error()));
}

Result<void> TableReader::readTable(std::unique_ptr<DiagChannel>& channel, const Table& table,
                                    const Query& query, SocketTables& into) const
{
    if (!channel) {
        return readProcNet(table, query, into);
    }
    DiagDump dump;
    dump.rows = std::move(into.rows);
    const Result<void> done = dumpSockets(
        *channel,
        {.family = table.family,
         .protocol = table.protocol,
         .states = statesOf(table.protocol, query.scope),
         .wantsByteCounts = table.protocol == IPPROTO_TCP && query.scope != ReadScope::Listeners,
         .half = query.half},
        dump);
    into.rows = std::move(dump.rows);
    if (!done) {
        return isMissing(done.error()) ? readProcNet(table, query, into)
                                       : Result<void>(tl::unexpected(done.error()));
    }
    if (dump.isIncomplete) {
        channel.reset();  // The overflowed dump may still be active.
        into.gaps.push_back({Gap::Kind::Table, std::nullopt,
                             Message(MessageId::TableChanged, table.fileName),
                             Message(MessageId::RefreshTable)});
    }
    return {};
}

Result<void> TableReader::readProcNet(const Table& table, const Query& query,
                                      SocketTables& into) const
{
    const std::string path = m_procNetFolder + "/" + table.fileName;
    const Result<std::string> text = readWhole(path);
    if (!text) {
        // A kernel without IPv6 has no such file and no such sockets.
        const bool isAbsentV6 =
            table.family == AF_INET6 && text.error().code == ErrorCode::NotFound;
        return isAbsentV6 ? Result<void>() : Result<void>(tl::unexpected(text.error()));
    }
    const ProcNetTable parsed = parseProcNet(*text, table.family, table.protocol);
    const std::uint32_t states = statesOf(table.protocol, query.scope);
    for (const DiagRow& row : parsed.rows) {
        const bool isWanted = row.state < 16 && (states >> row.state & 1U) != 0;
        if (isWanted && (!query.half || query.half->holds(row))) {
            into.rows.push_back(row);
        }
    }
    if (parsed.unreadableLines != 0) {
        into.gaps.push_back({Gap::Kind::Table,
                             parsed.unreadableLines,
                             Message(MessageId::UnreadableLines, path),
                             {}});
    }
    const bool isTcp = table.protocol == IPPROTO_TCP;
    into.gaps.push_back({Gap::Kind::Table, std::nullopt,
                         Message(MessageId::NoSockDiag, table.fileName, path,
                                 Message(isTcp ? MessageId::TcpDetails : MessageId::UdpDetails)),
                         std::string("sudo modprobe ") + (isTcp ? "tcp" : "udp") + "_diag"});
    return {};
}

}  // namespace quaywatch::linux_backend
