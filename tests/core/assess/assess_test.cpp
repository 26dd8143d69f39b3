// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/assess.h"

#include "core/sockets/classify.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using test::process;
using test::snapshotOf;
using test::SocketBuilder;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

/// A machine, and the expected assessment of its first socket.
struct Scenario {
    std::string name;
    std::vector<SocketRecord> sockets;
    Verdict verdict = Verdict::Ordinary;
    std::optional<Severity> severity;
    std::string reason;  ///< A part of the reason; empty: there is no reason.
    std::vector<RpcService> rpcServices;
};

void PrintTo(const Scenario& scenario, std::ostream* out)
{
    *out << scenario.name;
}

Scenario ordinary(std::string name, std::vector<SocketRecord> sockets,
                  std::vector<RpcService> rpcServices = {})
{
    return {std::move(name),       std::move(sockets), Verdict::Ordinary, std::nullopt, {},
            std::move(rpcServices)};
}
Scenario unexpected(std::string name, Severity severity, std::string reason,
                    std::vector<SocketRecord> sockets, std::vector<RpcService> rpcServices = {})
{
    return {std::move(name), std::move(sockets), Verdict::Unexpected,
            severity,        std::move(reason),  std::move(rpcServices)};
}
Scenario explained(std::string name, std::string reason, std::vector<SocketRecord> sockets,
                   std::vector<RpcService> rpcServices = {})
{
    return {std::move(name), std::move(sockets), Verdict::Explained,
            Severity::Info,  std::move(reason),  std::move(rpcServices)};
}

SocketBuilder udpConnection(const std::string& localAddress, Port localPort,
                            const std::string& remoteAddress, Port remotePort)
{
    return SocketBuilder(Protocol::Udp, SocketState::Connected)
        .local(localAddress, localPort)
        .remote(remoteAddress, remotePort);
}
SocketRecord kernels(SocketBuilder builder)
{
    return builder.ownerState(OwnerState::Kernel);
}
SocketBuilder openedBy(bool isThisEnd, SocketBuilder connection)
{
    connection.record().isOpener = isThisEnd;
    return connection;
}
SocketRecord connecting(SocketBuilder builder)
{
    builder.record().state = SocketState::SynSent;
    return builder;
}
SocketRecord timeWait(SocketBuilder builder)
{
    builder.record().state = SocketState::TimeWait;
    return builder.ownerState(OwnerState::None);
}

const ProcessPtr kNetcat = process("nc.openbsd", 4711, 0, "root");
const ProcessPtr kStatd = process("rpc.statd", 300, 106, "statd");
const ProcessPtr kInit = process("systemd", 1, 0, "root");
const ProcessPtr kRquotad = process("rpc.rquotad", 400, 0, "root");
const ProcessPtr kYpserv = process("ypserv", 500, 0, "root");
const ProcessPtr kAlicesNetcat = process("nc.openbsd", 4712, 1000, "alice");
const std::vector<RpcService> kRpcbindAlone{{100000, 2, Protocol::Tcp, 111},
                                            {100000, 2, Protocol::Udp, 111}};
const std::vector<RpcService> kWithStatd{{100000, 2, Protocol::Tcp, 111},
                                         {100024, 1, Protocol::Tcp, 40001},
                                         {100024, 1, Protocol::Udp, 40002}};

constexpr auto kHigh = Severity::High;
constexpr auto kMedium = Severity::Medium;

std::vector<Scenario> listeners()
{
    return {
        unexpected("UnassignedTcpListener", kHigh, "listener on an unassigned well-known port",
                   {tcpListener(931, "127.0.0.1").ownedBy(kNetcat)}),
        unexpected("UnassignedUdpListener", kHigh, "listener on an unassigned well-known port",
                   {udpBound(931).ownedBy(kNetcat)}),
        unexpected("UnassignedListenerOnIpv6", kHigh, "listener on an unassigned",
                   {tcpListener(931, "::").ownedBy(kNetcat)}),
        unexpected("ReservedListener", kHigh, "listener on a reserved well-known port",
                   {tcpListener(225).ownedBy(kNetcat)}),
        unexpected("PortReservedForOneProtocolOnly", kHigh, "listener on a reserved",
                   {udpBound(953).ownedBy(kNetcat)}),
        ordinary("TheSamePortAssignedForTheOther", {tcpListener(953).ownedBy(kNetcat)}),
        unexpected("DeassignedListener", kHigh, "listener on a de-assigned well-known port",
                   {tcpListener(659).ownedBy(kNetcat)}),
        unexpected("UnlistedListener", kHigh, "port that is not in the registry",
                   {tcpListener(716).ownedBy(kNetcat)}),
        unexpected("LastWellKnownPort", kHigh, "listener on a reserved",
                   {tcpListener(1023).ownedBy(kNetcat)}),
        unexpected("ListenerOfAHiddenOwner", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownerState(OwnerState::Hidden)}),
        unexpected("TcpListenerOfTheKernel", kHigh, "listener on an unassigned",
                   {kernels(tcpListener(931))}),
        explained("UdpSocketOfTheKernel", "the kernel's own UDP socket", {kernels(udpBound(931))}),
        ordinary("AssignedListener", {tcpListener(22).ownedBy(process("sshd"))}),
        ordinary("IdentListener", {tcpListener(113).ownedBy(process("identd"))}),
        ordinary("PrivateListener", {tcpListener(24).ownedBy(kNetcat)}),
        ordinary("FirstRegisteredPort", {tcpListener(1024).ownedBy(kNetcat)}),
        ordinary("UnassignedRegisteredPort", {tcpListener(4097).ownedBy(kNetcat)}),
        ordinary("DynamicPort", {tcpListener(50000).ownedBy(kNetcat)}),
        ordinary("UdpSocketWithoutAPort", {udpBound(0).ownedBy(kNetcat)}),
    };
}

std::vector<Scenario> rpcListeners()
{
    return {
        explained("TcpListenerThatRpcbindKnows",
                  "RPC program rquotad (100011), registered with rpcbind",
                  {tcpListener(875).ownedBy(kRquotad)}, {{100011, 2, Protocol::Tcp, 875}}),
        explained("UdpListenerThatRpcbindKnows",
                  "RPC program rquotad (100011), registered with rpcbind",
                  {udpBound(875).ownerState(OwnerState::Hidden).uid(0, "root")},
                  {{100011, 2, Protocol::Udp, 875}}),
        explained("ProgramWithoutACustomaryName", "RPC program 536871234, registered with rpcbind",
                  {tcpListener(875).uid(0, "root")}, {{536871234, 1, Protocol::Tcp, 875}}),
        unexpected("RpcbindKnowsTheOtherProtocolOnly", kHigh, "listener on an unassigned",
                   {tcpListener(875).ownedBy(kNetcat)}, {{100011, 2, Protocol::Udp, 875}}),
        unexpected("RpcbindKnowsAnotherPort", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(kNetcat)}, kWithStatd),
        explained("SecondSocketOfAnRpcService",
                  "socket of the process that serves RPC program status (100024)",
                  {udpBound(931, "127.0.0.1").ownedBy(kStatd), udpBound(40002).ownedBy(kStatd)},
                  kWithStatd),
        explained("SecondSocketOfRpcbindItself", "serves RPC program portmapper (100000)",
                  {udpBound(931).ownedBy(process("rpcbind", 200, 103, "_rpc")),
                   udpBound(111).ownedBy({kInit, process("rpcbind", 200, 103, "_rpc")})},
                  kRpcbindAlone),
        unexpected("InitHoldsRpcbindsSocketToo", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(kInit),
                    tcpListener(111).ownedBy({kInit, process("rpcbind", 200)})},
                   kRpcbindAlone),
        unexpected("RegistrationOfAUserAtHisOwnListener", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(kAlicesNetcat)},
                   {{100005, 3, Protocol::Tcp, 931, 1000}}),
        unexpected("RegistrationOfAUserAtRootsListener", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(kNetcat)}, {{100005, 3, Protocol::Tcp, 931, 1000}}),
        unexpected("RootsRegistrationThatOutlivedItsServer", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(kAlicesNetcat)}, {{100005, 3, Protocol::Tcp, 931, 0}}),
        unexpected("RegistrationByNobodyKnownAtAUsersListener", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(kAlicesNetcat)}, {{100005, 3, Protocol::Tcp, 931}}),
        unexpected("RegistrationAtAContainersListener", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(process("nc", 7, 100000, ""))},
                   {{100005, 3, Protocol::Tcp, 931}}),
        unexpected("RegistrationAtNobodysListener", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(process("nc", 7, 65534, "nobody"))},
                   {{100005, 3, Protocol::Tcp, 931}}),
        unexpected("OtherDaemonsRegistration", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(process("nc", 7, 33, "www-data"))},
                   {{100005, 3, Protocol::Tcp, 931, 106}}),
        explained("RegistrationByTheListenersOwnUser", "RPC program status (100024)",
                  {tcpListener(931).ownedBy(kStatd)}, {{100024, 1, Protocol::Tcp, 931, 106}}),
        explained("RegistrationByRootForAnotherUser", "RPC program status (100024)",
                  {tcpListener(931).ownedBy(kStatd)}, {{100024, 1, Protocol::Tcp, 931, 0}}),
        unexpected("RegistrationByRootForAServiceUser", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(process("backdoor", 500, 999, "web"))},
                   {{100005, 3, Protocol::Tcp, 931, 0}}),
        unexpected("RegistrationByAServiceUser", kHigh, "listener on an unassigned",
                   {tcpListener(931).ownedBy(process("backdoor", 500, 999, "web"))},
                   {{100005, 3, Protocol::Tcp, 931, 999}}),
        explained("BelievedAmongOthersRegistrations", "RPC program ypserv (100004)",
                  {tcpListener(931).ownedBy(kYpserv)},
                  {{100004, 1, Protocol::Tcp, 931, 1000}, {100004, 2, Protocol::Tcp, 931, 0}}),
        unexpected("SecondSocketOfAUserWhoRegistered", kHigh, "listener on an unassigned",
                   {udpBound(931).ownedBy(kAlicesNetcat), udpBound(40002).ownedBy(kAlicesNetcat)},
                   {{100024, 1, Protocol::Udp, 40002, 1000}}),
        explained("RpcServiceOnAnothersPort",
                  "registered for aodv; here: RPC program ypserv (100004), registered with rpcbind",
                  {tcpListener(654).ownedBy(kYpserv)}, {{100004, 2, Protocol::Tcp, 654, 0}}),
        explained("RpcServiceOnAnothersPortOfAHiddenOwner",
                  "registered for spmp; here: RPC program 536871234, registered with rpcbind",
                  {udpBound(656).ownerState(OwnerState::Hidden).uid(0, "root")},
                  {{536871234, 2, Protocol::Udp, 656}}),
        ordinary("RpcServiceOnItsOwnPort", {tcpListener(111).ownedBy(process("rpcbind", 200, 0))},
                 kRpcbindAlone),
        ordinary("RpcServiceOnAPrivatePort", {tcpListener(24).ownedBy(kYpserv)},
                 {{100004, 2, Protocol::Tcp, 24, 0}}),
        ordinary("RpcServiceOnARegisteredPort", {tcpListener(1433).ownedBy(kYpserv)},
                 {{100004, 2, Protocol::Tcp, 1433, 0}}),
        ordinary("UsersRegistrationOnAnothersPort", {tcpListener(654).ownedBy(kAlicesNetcat)},
                 {{100004, 2, Protocol::Tcp, 654, 1000}}),
        unexpected("OneOfTwoOwnersServesRpc", kHigh, "listener on an unassigned",
                   {udpBound(931).ownedBy({kStatd, kNetcat}), udpBound(40002).ownedBy(kStatd)},
                   kWithStatd),
        unexpected("OwnersOnlyPartlyKnown", kHigh, "listener on an unassigned",
                   {udpBound(931).ownedBy(kStatd).ownerState(OwnerState::Partial),
                    udpBound(40002).ownedBy(kStatd)},
                   kWithStatd),
        unexpected("HiddenOwnerBesideAnRpcService", kHigh, "listener on an unassigned",
                   {udpBound(931).ownerState(OwnerState::Hidden), udpBound(40002).ownedBy(kStatd)},
                   kWithStatd),
        explained(
            "ConnectionToAnRpcService", "RPC program rquotad (100011), registered with rpcbind",
            {tcpConnection("10.0.0.1", 875, "10.0.0.2", 40000), tcpListener(875).ownedBy(kRquotad)},
            {{100011, 2, Protocol::Tcp, 875}}),
        explained("LocalClientOfAnRpcService",
                  "RPC program rquotad (100011), registered with rpcbind",
                  {tcpConnection("127.0.0.1", 40000, "127.0.0.1", 875),
                   tcpListener(875).ownedBy(kRquotad)},
                  {{100011, 2, Protocol::Tcp, 875}}),
        unexpected("ClientOfAnotherMachinesPortThatIsAnRpcServiceHere", kMedium,
                   "connection with an unassigned well-known port at its other end",
                   {tcpConnection("10.0.0.1", 40000, "10.0.0.2", 875), tcpListener(875)},
                   {{100011, 2, Protocol::Tcp, 875}}),
    };
}

std::vector<Scenario> connections()
{
    return {
        unexpected("ConnectionFromOutside", kHigh,
                   "connection to a listener on an unassigned well-known port",
                   {tcpConnection("10.0.0.1", 931, "192.0.2.7", 50000), tcpListener(931)}),
        unexpected("ConnectionFromInside", kHigh, "connection to a listener on an unassigned",
                   {tcpConnection("127.0.0.1", 931, "127.0.0.1", 50000), tcpListener(931)}),
        unexpected("UdpPeerOfAListener", kHigh, "connection to a listener on an unassigned",
                   {udpConnection("10.0.0.1", 931, "192.0.2.7", 50000), udpBound(931)}),
        unexpected("Ipv4ConnectionToADualStackListener", kHigh, "connection to a listener on",
                   {tcpConnection("::ffff:10.0.0.1", 931, "::ffff:192.0.2.7", 50000),
                    tcpListener(931, "::")}),
        ordinary("FarEndOfAConnectionThatCameIn",
                 {tcpConnection("10.0.0.1", 2049, "10.0.0.2", 931), tcpListener(2049)}),
        ordinary("ConnectionToAnAssignedListener",
                 {tcpConnection("10.0.0.1", 22, "10.0.0.2", 50000), tcpListener(22)}),
        unexpected("ConnectionToARemoteUnassignedPort", kMedium,
                   "connection with an unassigned well-known port at its other end",
                   {tcpConnection("10.0.0.1", 50000, "192.0.2.7", 931)}),
        unexpected("ConnectionToARemoteReservedPort", kMedium,
                   "connection with a reserved well-known port at its",
                   {tcpConnection("10.0.0.1", 50000, "192.0.2.7", 225)}),
        unexpected("UdpToARemoteUnassignedPort", kMedium,
                   "connection with an unassigned well-known port at its other end",
                   {udpConnection("10.0.0.1", 50000, "192.0.2.7", 931)}),
        unexpected("UnassignedAtBothEnds", kMedium,
                   "connection with an unassigned well-known port at its other end",
                   {tcpConnection("10.0.0.1", 931, "192.0.2.7", 932)}),
        unexpected("LeftOverOfAConnectionToAnUnassignedPort", kMedium,
                   "connection with an unassigned well-known port at its other end",
                   {timeWait(tcpConnection("10.0.0.1", 50000, "192.0.2.7", 931))}),
        ordinary("ConnectionToARemoteAssignedPort",
                 {tcpConnection("10.0.0.1", 50000, "192.0.2.7", 443)}),
        ordinary("HighPortsAtBothEnds", {tcpConnection("10.0.0.1", 50000, "192.0.2.7", 4097)}),
        explained("SourcePortOfAnNfsClient", "source port of a connection to port 2049 (nfs)",
                  {kernels(tcpConnection("10.0.0.1", 931, "10.0.0.2", 2049))}),
        explained("SourcePortOfAUserProgram", "source port of a connection to port 514 (shell)",
                  {tcpConnection("10.0.0.1", 931, "10.0.0.2", 514)
                       .ownedBy(process("rsh", 7, 0, "root"))}),
        explained("SourcePortOfTheKernelsToAnUnknownService",
                  "source port of a connection to port 50001",
                  {kernels(tcpConnection("10.0.0.1", 931, "10.0.0.2", 50001))}),
        explained("SourcePortThatIsSeenToConnect",
                  "source port of an outgoing connection to port 50001",
                  {connecting(tcpConnection("10.0.0.1", 931, "10.0.0.2", 50001))}),
        explained("SourcePortOfAClientOfMountd", "source port of a connection to port 20048",
                  {tcpConnection("10.0.0.1", 931, "10.0.0.2", 20048).uid(0, "root")}),
        explained("UdpSourcePort", "source port of a connection to port 111 (sunrpc)",
                  {udpConnection("10.0.0.1", 931, "10.0.0.2", 111).uid(0, "root")}),
        explained(
            "SourcePortOfALocalNfsClient", "source port of a connection to port 2049",
            {tcpConnection("127.0.0.1", 931, "127.0.0.1", 2049).uid(0, "root"), tcpListener(2049)}),
        unexpected("ServerWhoseListenerIsGone", kHigh,
                   "connection with an unassigned well-known port at this end",
                   {tcpConnection("127.0.0.1", 931, "127.0.0.1", 50000)}),
        unexpected("ServerWhoseClientIsOnAnAssignedHighPort", kHigh,
                   "connection with an unassigned well-known port at this end",
                   {tcpConnection("127.0.0.1", 931, "127.0.0.1", 44321)}),
        unexpected("ServerWhoseClientIsElsewhere", kHigh,
                   "connection with an unassigned well-known port at this end",
                   {tcpConnection("10.0.0.1", 931, "10.0.0.2", 50001)}),
        unexpected("ServerWhoseClientIsElsewhereOnAnAssignedHighPort", kHigh,
                   "connection with an unassigned well-known port at this end",
                   {tcpConnection("10.0.0.1", 931, "10.0.0.2", 44321)}),
        unexpected("ServerWhoseClientIsElsewhereOnAnUnassignedPort", kHigh,
                   "connection with an unassigned well-known port at this end",
                   {tcpConnection("10.0.0.1", 931, "10.0.0.2", 4144)}),
        unexpected(
            "ServerWhoseClientsPortHasAListenerOfAnotherAddress", kHigh,
            "connection with an unassigned well-known port at this end",
            {tcpConnection("127.0.0.1", 931, "127.0.0.1", 50000), tcpListener(50000, "10.0.0.1")}),
        unexpected("UdpServerThatConnectedToWhoSentFirst", kHigh,
                   "connection with an unassigned well-known port at this end",
                   {udpConnection("127.0.0.1", 931, "127.0.0.1", 50000), udpBound(50000)}),
        unexpected("UdpServerWhoseClientIsConnectedToo", kHigh,
                   "connection with an unassigned well-known port at this end",
                   {udpConnection("127.0.0.1", 931, "127.0.0.1", 44322),
                    udpConnection("127.0.0.1", 44322, "127.0.0.1", 931)}),
        explained("UdpClientOfAnRpcServiceOnAnyPort", "source port of a connection to port 40002",
                  {udpConnection("127.0.0.1", 931, "127.0.0.1", 40002).uid(0, "root"),
                   udpBound(40002).ownedBy(kStatd)},
                  kWithStatd),
        explained(
            "UdpClientOfALocalService", "source port of a connection to port 111 (sunrpc)",
            {udpConnection("127.0.0.1", 931, "127.0.0.1", 111).uid(0, "root"), udpBound(111)}),
        // A server on 931 closes its listener (nc -l); its peer chose 50000, and listens there,
        // too.
        unexpected("PeerThatListensOnItsSourcePort", kHigh,
                   "connection with an unassigned well-known port at this end",
                   {tcpConnection("127.0.0.1", 931, "127.0.0.1", 50000), tcpListener(50000)}),
        unexpected("PeerThatChoseAPortOfRpc", kHigh,
                   "connection with an unassigned well-known port at this end",
                   {tcpConnection("10.0.0.1", 931, "10.0.0.2", 2049).uid(999, "web")}),
        unexpected("BesideAListenerThatDoesNotAcceptIt", kHigh,
                   "connection with an unassigned well-known port at this end",
                   {tcpConnection("::1", 931, "::1", 50000).uid(999, "web"),
                    tcpListener(931, "0.0.0.0").uid(0, "root")},
                   {{100005, 3, Protocol::Tcp, 931, 0}}),
        unexpected("OpenedToARemoteUnassignedPort", kMedium,
                   "outgoing connection to an unassigned well-known port",
                   {openedBy(true, tcpConnection("10.0.0.1", 50000, "192.0.2.7", 931))}),
        unexpected("OpenedToARemoteReservedPort", kMedium,
                   "outgoing connection to a reserved well-known port",
                   {openedBy(true, tcpConnection("10.0.0.1", 50000, "192.0.2.7", 225))}),
        unexpected("AcceptedByAListenerThatIsGone", kHigh,
                   "connection to a listener on an unassigned well-known port",
                   {openedBy(false, tcpConnection("127.0.0.1", 931, "127.0.0.1", 50000))}),
        ordinary("AcceptedFromAnUnassignedSourcePortByAListenerThatIsGone",
                 {openedBy(false, tcpConnection("127.0.0.1", 8940, "127.0.0.1", 931))}),
        explained("SourcePortOfAConnectionOpenedHere",
                  "source port of an outgoing connection to port 8940",
                  {openedBy(true, tcpConnection("127.0.0.1", 931, "127.0.0.1", 8940)).uid(1000)}),
        explained("OpenedFromAPortThatListensToo",
                  "source port of an outgoing connection to port 8940",
                  {openedBy(true, tcpConnection("127.0.0.1", 875, "127.0.0.1", 8940)),
                   tcpListener(875).ownedBy(kRquotad)},
                  {{100011, 2, Protocol::Tcp, 875}}),
        ordinary("AssignedSourcePort", {tcpConnection("10.0.0.1", 22, "10.0.0.2", 50000)}),
    };
}

class Assessor : public testing::TestWithParam<Scenario> {};

TEST_P(Assessor, AssessesTheFirstSocketOf)
{
    const Scenario& scenario = GetParam();
    const SocketKey subject = scenario.sockets.front().key;
    Snapshot snapshot = snapshotOf(scenario.sockets);

    classify(snapshot);
    assess(snapshot, scenario.rpcServices);

    for (const SocketRecord& row : snapshot.sockets) {
        if (row.key != subject) {
            continue;
        }
        EXPECT_EQ(token(row.assessment.verdict), token(scenario.verdict));
        EXPECT_EQ(row.assessment.severity, scenario.severity);
        ASSERT_EQ(row.assessment.reason != nullptr, !scenario.reason.empty());
        if (row.assessment.reason) {
            EXPECT_NE(row.assessment.reason->english().find(scenario.reason), std::string::npos)
                << *row.assessment.reason;
        }
    }
}

std::string nameOf(const testing::TestParamInfo<Scenario>& info)
{
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Listeners, Assessor, testing::ValuesIn(listeners()), nameOf);
INSTANTIATE_TEST_SUITE_P(RpcListeners, Assessor, testing::ValuesIn(rpcListeners()), nameOf);
INSTANTIATE_TEST_SUITE_P(Connections, Assessor, testing::ValuesIn(connections()), nameOf);

}  // namespace
}  // namespace quaywatch
