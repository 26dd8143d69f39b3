// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/export/socket_json.h"
#include "core/message/message_list.h"

#include "core/export/list_json.h"
#include "core/text/iso_time.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace quaywatch {
namespace {

using nlohmann::json;
using test::process;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

std::string printed(const SocketRecord& socket)
{
    std::string out;
    JsonWriter writer(out);
    writeSocket(writer, socket);
    return out;
}

json parsed(const SocketRecord& socket)
{
    return json::parse(printed(socket));
}

std::vector<const SocketRecord*> rowsOf(const Snapshot& snapshot)
{
    std::vector<const SocketRecord*> rows;
    for (const SocketRecord& socket : snapshot.sockets) {
        rows.push_back(&socket);
    }
    return rows;
}

std::chrono::system_clock::time_point momentOf(std::int64_t millis)
{
    return std::chrono::system_clock::time_point(std::chrono::milliseconds(millis));
}

/// The socket of the example in the terminal contract.
SocketRecord sampleSocket()
{
    auto owner = std::make_shared<ProcessInfo>(*process("nc.openbsd", 4711, 0, "root"));
    owner->comm = "nc";
    owner->command = {"nc", "-l", "-p", "931"};
    owner->startedAt = momentOf(1795395600000);
    auto socket = tcpListener(931, "127.0.0.1").ownedBy(owner).id(257);
    SocketRecord& record = socket.record();
    record.inode = 123456;
    record.exposure = Exposure::Loopback;
    record.sendQueue = 128;
    record.assessment = {
        .verdict = Verdict::Unexpected,
        .severity = Severity::High,
        .reason = std::make_shared<const Message>(MessageId::ListenerOnUnassignedPort)};
    return socket;
}

TEST(SocketJson, MatchesTheContractToTheByte)
{
    EXPECT_EQ(
        printed(sampleSocket()),
        R"({"protocol":"tcp","family":"ipv4","v6only":null,"interface":null,)"
        R"("local":{"address":"127.0.0.1","port":931},"remote":null,)"
        R"("state":"listen","direction":"listen","opener":null,"exposure":"loopback","owner_state":"known",)"
        R"("owners":[{"pid":4711,"name":"nc.openbsd","comm":"nc","exe":"/usr/bin/nc.openbsd",)"
        R"("exe_deleted":false,"command":["nc","-l","-p","931"],"uid":0,"user":"root",)"
        R"("unit":null,"unit_manager":null,"container":null,"started_at":"2026-11-23T01:00:00Z",)"
        R"("process_state":null,"script":null,"runs":null,"forwards_to":null,)"
        R"("cwd":null}],)"
        R"("uid":0,"user":"root","ident":"USERID : UNIX : root","unit":null,)"
        R"("unit_manager":null,"container":null,"activation":null,)"
        R"("netns":4026531840,"inode":123456,"cookie":"257","receive_queue":0,"send_queue":128,)"
        R"("bytes_received":null,"bytes_sent":null,)"
        R"("assignment":{"state":"unassigned","range":"well-known","names":[],)"
        R"("often_used_by":null},"rpc":null,)"
        R"("verdict":"unexpected","severity":"high",)"
        R"("reason":"listener on an unassigned well-known port",)"
        R"("reason_id":"listener-on-unassigned-port"})");
}

TEST(SocketJson, WritesUnknownValuesAsNull)
{
    auto orphan = tcpConnection("127.0.0.1", 80, "127.0.0.1", 5000).ownerState(OwnerState::None);
    orphan.record().state = SocketState::TimeWait;
    orphan.record().key.networkNamespace = 0;

    const json socket = parsed(orphan);

    EXPECT_EQ(socket["state"], "time-wait");
    EXPECT_EQ(socket["owner_state"], "none");
    EXPECT_EQ(socket["owners"], json::array());
    for (const char* key : {"uid", "user", "ident", "unit", "container", "netns", "inode", "cookie",
                            "bytes_received", "bytes_sent", "exposure", "severity", "reason"}) {
        EXPECT_TRUE(socket.contains(key) && socket[key].is_null()) << key;
    }
}

TEST(SocketJson, HasBothEndsOfAConnection)
{
    auto builder = tcpConnection("::ffff:127.0.0.1", 80, "2001:db8::1", 5000).v6Only(false);
    builder.record().bytesSent = 18446744073709551615U;
    builder.device("eth0", 2);

    const json socket = parsed(builder);

    EXPECT_EQ(socket["family"], "ipv6");
    EXPECT_EQ(socket["v6only"], false);
    EXPECT_EQ(socket["interface"], "eth0");
    EXPECT_EQ(socket["local"], json::parse(R"({"address":"::ffff:127.0.0.1","port":80})"));
    EXPECT_EQ(socket["remote"], json::parse(R"({"address":"2001:db8::1","port":5000})"));
    EXPECT_EQ(socket["bytes_sent"], 18446744073709551615U);
}

TEST(SocketJson, HasTheScopeOfALinkLocalAddress)
{
    EXPECT_EQ(parsed(udpBound(546, "fe80::1%3"))["local"],
              json::parse(R"({"address":"fe80::1","port":546,"scope":3})"));
}

TEST(SocketJson, HasEveryOwnerAndTheServiceContext)
{
    auto worker = std::make_shared<ProcessInfo>(*process("nginx", 12));
    worker->unit = "worker.service";
    worker->unitManagerUid = 1000;
    worker->exe.reset();
    worker->isExeDeleted = true;
    worker->state = ProcessState::Stopped;

    const json socket = parsed(tcpListener(80)
                                   .ownedBy({process("nginx", 11), worker})
                                   .serviceContext("nginx.service", "docker:0123456789ab"));

    ASSERT_EQ(socket["owners"].size(), 2U);
    EXPECT_EQ(socket["owners"][0]["pid"], 11);
    EXPECT_EQ(socket["owners"][1]["unit"], "worker.service");
    EXPECT_EQ(socket["owners"][1]["unit_manager"], "user");
    EXPECT_EQ(socket["owners"][1]["exe"], nullptr);
    EXPECT_EQ(socket["owners"][1]["exe_deleted"], true);
    EXPECT_EQ(socket["owners"][1]["started_at"], nullptr);
    EXPECT_EQ(socket["owners"][1]["process_state"], "stopped");
    EXPECT_EQ(socket["unit"], "nginx.service");
    EXPECT_EQ(socket["unit_manager"], "system");
    EXPECT_EQ(socket["container"], "docker:0123456789ab");
}

TEST(SocketJson, HasTheScriptAndItsDirectoryAsTheTablesShowThem)
{
    auto node = std::make_shared<ProcessInfo>(*process("node", 12));
    node->script = "server.js";
    node->workingDirectory = "/home/alice/shop";
    auto other = std::make_shared<ProcessInfo>(*process("nginx", 13));
    other->workingDirectory = "/";

    const json owners = parsed(tcpListener(80).ownedBy({node, other}))["owners"];

    EXPECT_EQ(owners[0]["script"], "server.js");
    EXPECT_EQ(owners[0]["cwd"], "/home/alice/shop");
    EXPECT_TRUE(owners[1]["script"].is_null());
    EXPECT_TRUE(owners[1]["cwd"].is_null());
}

TEST(SocketJson, HasTheServiceNamesOfTheLocalPort)
{
    EXPECT_EQ(parsed(tcpListener(80))["assignment"],
              json::parse(R"({"state":"assigned","range":"well-known",)"
                          R"("names":["http","www","www-http"],"often_used_by":null})"));
}

TEST(SocketJson, IsValidForAnyProcessName)
{
    const SocketRecord socket = tcpListener(80).ownedBy(process("a\"\\\n\x1b[31m\u202e\xff"));

    EXPECT_EQ(parsed(socket)["owners"][0]["name"], "a\"\\\n\x1b[31m\u202e\uFFFD");
    for (const char byte : printed(socket)) {
        EXPECT_GE(static_cast<unsigned char>(byte), 0x20U);
    }
}

TEST(GapJson, WritesAMissingCountAndRemedyAsNull)
{
    std::string out;
    JsonWriter writer(out);
    writer.beginArray();

    writeGap(writer, {Gap::Kind::Owner, 12, "other users' processes", "sudo quaywatch-cli list"});
    writeGap(writer, {Gap::Kind::Rpc, {}, "rpcbind gave no answer", ""});

    EXPECT_EQ(
        out,
        R"([{"kind":"owner","count":12,"why":"other users' processes","why_id":null,)"
        R"("cure":"sudo quaywatch-cli list","code":null},)"
        R"({"kind":"rpc","count":null,"why":"rpcbind gave no answer","why_id":null,"cure":null,"code":null})");
}

TEST(IsoTime, IsUtcWithMilliseconds)
{
    EXPECT_EQ(isoTime(momentOf(1795395723456)), "2026-11-23T01:02:03.456Z");
    EXPECT_EQ(isoTime(momentOf(1795395723456), /*isWhole=*/true), "2026-11-23T01:02:03Z");
    EXPECT_EQ(isoTime(momentOf(0)), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(isoTime(momentOf(951782400007)), "2000-02-29T00:00:00.007Z");
}

TEST(ListJson, HasHeaderSocketsAndGaps)
{
    Snapshot snapshot = test::snapshotOf({sampleSocket(), tcpListener(22)});
    snapshot.takenAt = momentOf(1795395723456);
    snapshot.gaps = {{Gap::Kind::Owner, 12, "why", "cure"}};

    const json list = json::parse(listJson(snapshot, rowsOf(snapshot)));

    EXPECT_EQ(list["schema"], 1);
    EXPECT_EQ(list["taken_at"], "2026-11-23T01:02:03.456Z");
    EXPECT_EQ(list["registry"], "2026-08-17");
    ASSERT_EQ(list["sockets"].size(), 2U);
    EXPECT_EQ(list["sockets"][0]["local"]["port"], 22);
    EXPECT_EQ(list["sockets"][1], parsed(sampleSocket()));
    EXPECT_EQ(list["gaps"].size(), 1U);
}

TEST(ListJson, OfNoSocketsIsStillADocument)
{
    const json list = json::parse(listJson(Snapshot(), {}));

    EXPECT_EQ(list["sockets"], json::array());
    EXPECT_EQ(list["gaps"], json::array());
}

// Enough rows for the second thread.
constexpr std::size_t kManyRows = 2600;

/// Rows of several kinds that share owner sets.
Snapshot largeSnapshot(std::size_t rows)
{
    std::vector<SocketRecord> sockets;
    std::vector<SocketRecord> kinds{
        tcpListener(80).ownedBy(process("nginx")).serviceContext("a.service"),
        tcpListener(80).ownedBy(process("sshd", 2, 0, "root")),
        tcpListener(80).ownerState(OwnerState::Hidden)};
    for (std::size_t i = 0; i < rows; ++i) {
        SocketRecord socket = kinds[i % kinds.size()];
        socket.key.localPort = static_cast<Port>(i % 9000);
        socket.key.kernelId = i;
        sockets.push_back(std::move(socket));
    }
    return test::snapshotOf(std::move(sockets));
}

TEST(ListJson, OfManySocketsIsTheSequenceOfTheirTexts)
{
    const Snapshot snapshot = largeSnapshot(kManyRows);
    std::string expected;
    JsonWriter writer(expected);
    writer.beginArray();
    for (const SocketRecord& socket : snapshot.sockets) {
        writeSocket(writer, socket);
    }
    writer.endArray();

    const std::string list = listJson(snapshot, rowsOf(snapshot));

    EXPECT_NE(list.find(expected), std::string::npos);
}

TEST(ListJson, StopsWhenTheWriterStops)
{
    const Snapshot snapshot = largeSnapshot(kManyRows);
    for (int stopAt = 1; stopAt < 7; stopAt += 2) {
        int calls = 0;

        const bool isWhole = writeListJson(snapshot, rowsOf(snapshot),
                                           [&](std::string_view) { return ++calls < stopAt; });

        EXPECT_FALSE(isWhole);
        EXPECT_EQ(calls, stopAt);
    }
}

TEST(SocketJson, NamesTheServiceThatSystemdStarts)
{
    auto socket = tcpListener(22).ownedBy(process("systemd", 1, 0, "root"));
    socket.record().serviceContext = std::make_shared<const ServiceContext>(ServiceContext{
        .unit = "sshd.socket", .container = {}, .activation = {{"sshd.socket", "ssh@.service"}}});

    EXPECT_EQ(parsed(socket)["activation"], json({{"socket_unit", "sshd.socket"},
                                                  {"service", "ssh@.service"},
                                                  {"per_connection", true}}));
}

TEST(SocketJson, NamesWhatALoaderRunsAndWhereAProxyForwards)
{
    auto loaded = std::make_shared<ProcessInfo>(*process("server", 7));
    loaded->exe = "/usr/bin/qemu-arm";
    loaded->isLoader = true;
    loaded->runs = "/srv/server";
    auto proxy = std::make_shared<ProcessInfo>(*process("docker-proxy", 8));
    proxy->command = {"docker-proxy", "-container-ip", "172.17.0.2", "-container-port", "80"};

    const json owners = parsed(tcpListener(80).ownedBy({loaded, proxy}))["owners"];

    EXPECT_EQ(owners[0]["exe"], "/usr/bin/qemu-arm");
    EXPECT_EQ(owners[0]["runs"], "/srv/server");
    EXPECT_TRUE(owners[0]["forwards_to"].is_null());
    EXPECT_TRUE(owners[1]["runs"].is_null());
    EXPECT_EQ(owners[1]["forwards_to"], json({{"address", "172.17.0.2"}, {"port", 80}}));
}

TEST(SocketJson, NamesTheRpcService)
{
    SocketRecord socket = tcpListener(656);
    socket.rpc = RpcName{100005, true};
    EXPECT_EQ(parsed(socket)["rpc"],
              json::parse(R"({"program":100005,"name":"mountd","registered":true})"));
    EXPECT_EQ(parsed(socket)["assignment"]["names"][0], "spmp");

    socket.rpc = RpcName{536870919, false};
    EXPECT_EQ(parsed(socket)["rpc"],
              json::parse(R"({"program":536870919,"name":null,"registered":false})"));
}

}  // namespace
}  // namespace quaywatch
