// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/linux/tables/diag_channel.h"
#include "core/linux/tables/diag_row.h"
#include "core/linux/tables/port_partition.h"
#include "core/sockets/socket_source.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// The rows of the kernel's four socket tables, and gaps for what could not be read.
struct SocketTables {
    std::vector<DiagRow> rows;
    std::vector<Gap> gaps;
    /// Whether bound TCP sockets were asked for, and this kernel lists them.
    bool hasBoundTcp = false;
};

/// Reads the tables through sock_diag, on two threads at the same time. One reads TCP and the other
/// UDP, or, if the last read found a large TCP table, each reads one half of it. A table that
/// sock_diag does not offer is read from /proc/net, and a gap reports that. Use it from one thread
/// at a time.
class TableReader {
public:
    using ChannelFactory = std::function<Result<std::unique_ptr<DiagChannel>>()>;

    /// @param openChannel     openDiagChannel, or a replacement for tests.
    /// @param procNetFolder   "/proc/net", or a replacement for tests.
    explicit TableReader(ChannelFactory openChannel = openDiagChannel,
                         std::string procNetFolder = "/proc/net");

    /// @return As SocketSource::read().
    [[nodiscard]] Result<SocketTables> read(ReadScope scope);

    /// Reads only the listeners of one protocol, or of both, on the calling thread.
    [[nodiscard]] Result<SocketTables> readListeners(bool ofTcp, bool ofUdp);

private:
    struct Table {
        std::uint8_t family;
        std::uint8_t protocol;
        const char* fileName;
    };
    struct Query {
        ReadScope scope = ReadScope::Everything;
        std::optional<PortPartition> half{};
    };
    struct Part {
        Table table;
        Query query;
    };
    /// The parts that one thread reads through its own channel.
    struct ReaderTask {
        std::unique_ptr<DiagChannel> channel;
        std::vector<Part> parts;
        std::size_t expectedRows = 0;
    };

    static const Table kTcp;
    static const Table kTcp6;
    static const Table kUdp;
    static const Table kUdp6;

    void divide(ReadScope scope);
    [[nodiscard]] Result<SocketTables> readTask(ReaderTask& share) const;
    [[nodiscard]] Result<void> openChannel(std::unique_ptr<DiagChannel>& channel) const;
    [[nodiscard]] Result<void> readTable(std::unique_ptr<DiagChannel>& channel, const Table& table,
                                         const Query& query, SocketTables& into) const;
    [[nodiscard]] Result<void> readProcNet(const Table& table, const Query& query,
                                           SocketTables& into) const;

    ChannelFactory m_openChannel;
    std::string m_procNetFolder;
    ReaderTask m_first;
    ReaderTask m_second;
    std::optional<PortPartition> m_lowerV4;  ///< Of the TCP table, if it is large enough.
    std::optional<PortPartition> m_lowerV6;
};

}  // namespace quaywatch::linux_backend
