// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/export/exporter.h"

#include "core/registry/service_registry.h"
#include "core/sockets/ident.h"
#include "core/text/csv_line.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace quaywatch {
namespace {

constexpr std::string_view kHeader =
    "protocol,family,interface,local_address,local_port,remote_address,remote_port,state,"
    "direction,exposure,owner_state,pids,processes,executables,uid,user,unit,container,netns,"
    "inode,cookie,receive_queue,send_queue,bytes_received,bytes_sent,assignment,range,services,"
    "verdict,severity,reason,ident\r\n";

/// The result of `part` for each owner, separated by spaces.
template <class Part>
std::string ofOwners(const SocketRecord& socket, const Part& part)
{
    std::string cell;
    for (const ProcessPtr& owner : socket.owners()) {
        cell.append(cell.empty() ? "" : " ").append(part(*owner));
    }
    return cell;
}

void writeEnds(CsvLine& line, const SocketRecord& socket)
{
    const SocketKey& key = socket.key;
    IpAddress::TextBuffer buffer;
    line.token(token(key.protocol));
    line.token(key.localAddress.family() == AddressFamily::Ipv4 ? "ipv4" : "ipv6");
    line.maybeText(socket.interfaceName);
    line.token(key.localAddress.print(buffer)).token(std::to_string(key.localPort));
    line.token(socket.hasRemote() ? key.remoteAddress.print(buffer) : std::string_view());
    line.token(socket.hasRemote() ? std::to_string(key.remotePort) : std::string());
    line.token(token(socket.state));
    line.token(socket.isBoundTcp() ? std::string_view() : token(listedDirection(socket)));
    line.token(socket.exposure ? token(*socket.exposure) : std::string_view());
}

void writeOwnership(CsvLine& line, const SocketRecord& socket)
{
    line.token(token(socket.ownerState));
    line.token(
        ofOwners(socket, [](const ProcessInfo& owner) { return std::to_string(owner.id.pid); }));
    line.text(ofOwners(socket, [](const ProcessInfo& owner) { return owner.name; }));
    line.text(ofOwners(socket,
                       [](const ProcessInfo& owner) { return owner.exe.value_or(std::string()); }));
    line.number(socket.uid).maybeText(socket.user);
    const ServiceContext serviceContext =
        socket.serviceContext ? *socket.serviceContext : ServiceContext();
    line.maybeText(serviceContext.unit).maybeText(serviceContext.container);
}

void writeFacts(CsvLine& line, const SocketRecord& socket)
{
    const std::uint64_t netns = socket.key.networkNamespace;
    line.token(netns != 0 ? std::to_string(netns) : std::string());
    line.number(socket.inode).number(socket.cookie);
    line.token(std::to_string(socket.receiveQueue)).token(std::to_string(socket.sendQueue));
    line.number(socket.bytesReceived).number(socket.bytesSent);
    const Assignment assignment = registry::lookup(socket.key.localPort, socket.key.protocol);
    line.token(token(assignment.state)).token(token(assignment.portClass));
    line.text(assignment.names.packed());
    const Assessment& assessment = socket.assessment;
    line.token(token(assessment.verdict));
    line.token(assessment.severity ? token(*assessment.severity) : std::string_view());
    line.maybeText(assessment.reason);
    line.maybeText(identOf(socket));
}

}  // namespace

std::string toCsv(const std::vector<const SocketRecord*>& sockets)
{
    std::string csv(kHeader);
    for (const SocketRecord* socket : sockets) {
        CsvLine line(csv);
        writeEnds(line, *socket);
        writeOwnership(line, *socket);
        writeFacts(line, *socket);
        line.end();
    }
    return csv;
}

}  // namespace quaywatch
