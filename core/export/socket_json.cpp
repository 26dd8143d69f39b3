// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/export/socket_json.h"

#include "core/export/socket_json_parts.h"
#include "core/registry/service_registry.h"
#include "core/sockets/ident.h"
#include "core/sockets/port_forward.h"
#include "core/text/iso_time.h"

#include <fmt/format.h>

#include <memory>

namespace quaywatch {
namespace {

/// Writes the text pointed to, or null.
void textMember(JsonWriter& json, std::string_view name,
                const std::shared_ptr<const std::string>& text)
{
    json.key(name);
    if (text) {
        json.value(*text);
    } else {
        json.null();
    }
}

/// Writes the token of an enumerator, or null.
template <class Enum>
void tokenMember(JsonWriter& json, std::string_view name, const std::optional<Enum>& maybe)
{
    json.key(name);
    if (maybe) {
        json.value(token(*maybe));
    } else {
        json.null();
    }
}

void writeEnd(JsonWriter& json, const IpAddress& address, Port port)
{
    IpAddress::TextBuffer buffer;
    json.beginObject().member("address", address.print(buffer)).member("port", port);
    if (address.scopeId() != 0) {
        json.member("scope", address.scopeId());
    }
    json.endObject();
}

/// @param serviceContext  A ServiceContext or a ProcessInfo.
template <class Place>
void writeServiceContext(JsonWriter& json, const Place& serviceContext)
{
    json.member("unit", serviceContext.unit).key("unit_manager");
    if (serviceContext.unit) {
        json.value(unitManagerToken(serviceContext.unitManagerUid));
    } else {
        json.null();
    }
    json.member("container", serviceContext.container);
}

}  // namespace

namespace socket_json {

void writeEnds(JsonWriter& json, const SocketRecord& socket)
{
    const SocketKey& key = socket.key;
    const bool isV4 = key.localAddress.family() == AddressFamily::Ipv4;
    json.member("protocol", token(key.protocol)).member("family", isV4 ? "ipv4" : "ipv6");
    json.member("v6only", socket.isV6Only);
    textMember(json, "interface", socket.interfaceName);
    json.key("local");
    writeEnd(json, key.localAddress, key.localPort);
    json.key("remote");
    if (socket.hasRemote()) {
        writeEnd(json, key.remoteAddress, key.remotePort);
    } else {
        json.null();
    }
    json.member("state", token(socket.state));
    tokenMember(json, "direction",
                socket.isBoundTcp() ? std::nullopt : std::optional(listedDirection(socket)));
    json.member("opener", socket.isOpener);
    tokenMember(json, "exposure", socket.exposure);
}

void writeOwnership(JsonWriter& json, const SocketRecord& socket)
{
    static const ServiceContext kNoServiceContext;
    json.member("owner_state", token(socket.ownerState)).key("owners").beginArray();
    for (const ProcessPtr& owner : socket.owners()) {
        writeProcess(json, *owner);
    }
    json.endArray().member("uid", socket.uid);
    textMember(json, "user", socket.user);
    json.member("ident", identOf(socket));
    const ServiceContext& serviceContext =
        socket.serviceContext ? *socket.serviceContext : kNoServiceContext;
    writeServiceContext(json, serviceContext);
    json.key("activation");
    if (const SocketActivation* const activation = socket.activation()) {
        json.beginObject().member("socket_unit", activation->socketUnit);
        json.member("service", activation->service);
        json.member("per_connection", activation->isPerConnection()).endObject();
    } else {
        json.null();
    }
}

void writeKernelFacts(JsonWriter& json, const SocketRecord& socket)
{
    json.key("netns");
    if (socket.key.networkNamespace != 0) {
        json.value(socket.key.networkNamespace);
    } else {
        json.null();
    }
    json.member("inode", socket.inode).key("cookie");
    // As text, because many parsers store numbers as doubles and a cookie needs all 64 bits.
    if (socket.cookie) {
        json.value(fmt::format_int(*socket.cookie).c_str());
    } else {
        json.null();
    }
    json.member("receive_queue", socket.receiveQueue).member("send_queue", socket.sendQueue);
    json.member("bytes_received", socket.bytesReceived).member("bytes_sent", socket.bytesSent);
}

void writeAssessment(JsonWriter& json, const SocketRecord& socket)
{
    const Assignment assignment = registry::lookup(socket.key.localPort, socket.key.protocol);
    json.key("assignment").beginObject();
    json.member("state", token(assignment.state)).member("range", token(assignment.portClass));
    json.key("names").beginArray();
    for (const std::string_view name : assignment.names) {
        json.value(name);
    }
    json.endArray().key("often_used_by");
    if (const auto use = registry::oftenUsedBy(socket.key.localPort, socket.key.protocol);
        !use.empty()) {
        json.value(use);
    } else {
        json.null();
    }
    json.endObject().key("rpc");
    if (socket.rpc) {
        const std::string_view name = rpcNameOf(socket);
        json.beginObject().member("program", socket.rpc->program);
        json.member("name", name.empty() ? std::nullopt : std::optional(std::string(name)));
        json.member("registered", socket.rpc->isRegistered).endObject();
    } else {
        json.null();
    }
    json.member("verdict", token(socket.assessment.verdict));
    tokenMember(json, "severity", socket.assessment.severity);
    if (socket.assessment.reason) {
        writeMessage(json, "reason", *socket.assessment.reason);
    } else {
        json.key("reason").null().key("reason_id").null();
    }
}

}  // namespace socket_json

void writeMessage(JsonWriter& json, std::string_view name, const Message& message)
{
    json.key(name).value(message.english()).key(std::string(name) + "_id");
    if (!message.hasId()) {
        json.null();
    } else {
        json.value(token(message.id()));
    }
}

void writeSocket(JsonWriter& json, const SocketRecord& socket)
{
    json.beginObject();
    socket_json::writeEnds(json, socket);
    socket_json::writeOwnership(json, socket);
    socket_json::writeKernelFacts(json, socket);
    socket_json::writeAssessment(json, socket);
    json.endObject();
}

void writeProcessMembers(JsonWriter& json, const ProcessInfo& process)
{
    json.member("pid", process.id.pid).member("name", process.name).member("comm", process.comm);
    json.member("exe", process.exe).member("exe_deleted", process.isExeDeleted);
    json.key("command").beginArray();
    for (const std::string& argument : process.command) {
        json.value(argument);
    }
    json.endArray().member("uid", process.uid).member("user", process.user);
    writeServiceContext(json, process);
    json.key("started_at");
    if (process.startedAt) {
        json.value(isoTime(*process.startedAt, /*isWhole=*/true));
    } else {
        json.null();
    }
    tokenMember(json, "process_state", process.state);
    json.member("script", process.script).member("runs", process.runs).key("forwards_to");
    const std::optional<PortForward> forward = portForwardOf(process);
    if (forward && forward->container) {
        writeEnd(json, forward->container->address, forward->container->port);
    } else {
        json.null();
    }
}

void writeProcess(JsonWriter& json, const ProcessInfo& process)
{
    json.beginObject();
    writeProcessMembers(json, process);
    // As in the tables, where it explains which of a user's scripts this is.
    json.member("cwd", process.script ? process.workingDirectory : std::nullopt);
    json.endObject();
}

void writeGapReason(JsonWriter& json, const Gap& gap)
{
    writeMessage(json, "why", gap.why);
    json.key("cure");
    if (gap.remedy.empty()) {
        json.null();
    } else {
        json.value(gap.remedy);
    }
    json.member("code", codeOf(gap));
}

void writeGap(JsonWriter& json, const Gap& gap)
{
    json.beginObject().member("kind", token(gap.kind)).member("count", gap.count);
    writeGapReason(json, gap);
    json.endObject();
}

}  // namespace quaywatch
