// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/diag_channel.h"
#include "core/linux/diag_row.h"
#include "core/result.h"
#include "core/socket_source.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// The four socket tables of the kernel, and what could not be read of them.
struct SocketTables {
    std::vector<DiagRow> rows;
    std::vector<Gap> gaps;
};

/// Reads the tables through sock_diag, TCP and UDP at the same time; one that the kernel does not
/// offer there comes from /proc/net, and a gap says so. Belongs to one thread at a time.
class TableReader {
public:
    using ChannelFactory = std::function<Result<std::unique_ptr<DiagChannel>>()>;

    /// @param openChannel     openDiagChannel, or a test's own.
    /// @param procNetFolder   "/proc/net", or a test's own.
    explicit TableReader(ChannelFactory openChannel = openDiagChannel,
                         std::string procNetFolder = "/proc/net");

    /// @return As SocketSource::read().
    [[nodiscard]] Result<SocketTables> read(ReadScope scope);

    /// Only the listeners of one local port.
    [[nodiscard]] Result<SocketTables> readListeners(std::uint8_t protocol, std::uint16_t port);

private:
    struct Table {
        std::uint8_t family;
        std::uint8_t protocol;
        const char* fileName;
    };
    struct Query {
        ReadScope scope = ReadScope::Everything;
        std::uint16_t port = 0;
    };

    [[nodiscard]] Result<SocketTables> readProtocol(std::uint8_t protocol, const Query& query);
    [[nodiscard]] Result<void> openChannel(std::unique_ptr<DiagChannel>& channel) const;
    [[nodiscard]] Result<void> readTable(std::unique_ptr<DiagChannel>& channel, const Table& table,
                                         const Query& query, SocketTables& into) const;
    [[nodiscard]] Result<void> readProcNet(const Table& table, const Query& query,
                                           SocketTables& into) const;

    ChannelFactory m_openChannel;
    std::string m_procNetFolder;
    std::unique_ptr<DiagChannel> m_tcpChannel;
    std::unique_ptr<DiagChannel> m_udpChannel;
};

}  // namespace quaywatch::linux_backend
