// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline.h"
#include "core/sockets/classify.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using Kind = Baseline::Answer::Kind;

constexpr BaselineEntry::Time kNow{1'000'000s};

SocketRecord sshd(const std::string& address = "0.0.0.0", const std::string& program = "sshd")
{
    return tcpListener(22, address)
        .ownedBy(process(program, 812, 0, "root"))
        .serviceContext("ssh.service")
        .id(1);
}

/// The entry for sshd() only.
BaselineEntry sshdEntry()
{
    return entryFor(sshd());
}

TEST(BaselineEntry, IsTheIdentityOfItsListener)
{
    const BaselineEntry entry = sshdEntry();

    EXPECT_EQ(entry.ports, (PortRange{22, 22}));
    EXPECT_EQ(entry.protocol, Protocol::Tcp);
    EXPECT_EQ(entry.address.scope, ExpectedAddress::Scope::Any);
    EXPECT_EQ(entry.programs, std::vector<std::string>{"/usr/bin/sshd"});
    EXPECT_EQ(entry.user.text, "root");
    EXPECT_EQ(entry.unit.text, "ssh.service");
    EXPECT_TRUE(entry.accepts(sshd()));
}

TEST(BaselineEntry, DoesNotAcceptAnotherProgram)
{
    EXPECT_FALSE(sshdEntry().accepts(sshd("0.0.0.0", "evil")));
}

TEST(BaselineEntry, DoesNotAcceptAnotherUserUnitPortOrProtocol)
{
    const SocketRecord user =
        tcpListener(22).ownedBy(process("sshd", 812, 1000, "alice")).serviceContext("ssh.service");
    const SocketRecord unit =
        tcpListener(22).ownedBy(process("sshd", 812, 0, "root")).serviceContext("other.service");
    SocketRecord port = sshd();
    port.key.localPort = 23;
    SocketRecord protocol = sshd();
    protocol.key.protocol = Protocol::Udp;

    for (const SocketRecord& other : {user, unit, port, protocol}) {
        EXPECT_FALSE(sshdEntry().accepts(other));
    }
}

TEST(BaselineEntry, DoesNotAcceptAHiddenOwnerWhereAProgramIsNamed)
{
    const SocketRecord hidden = tcpListener(22).uid(0, "root").serviceContext("ssh.service");

    EXPECT_FALSE(sshdEntry().accepts(hidden));
}

TEST(BaselineEntry, ForAHiddenOwnerDoesNotAcceptAVisibleOne)
{
    const BaselineEntry entry =
        entryFor(tcpListener(22).uid(0, "root").serviceContext("ssh.service"));

    EXPECT_EQ(entry.programs, std::vector<std::string>{""});
    EXPECT_FALSE(entry.accepts(sshd()));
}

TEST(BaselineEntry, AcceptsAHiddenOwnerOnlyForAnyProgram)
{
    BaselineEntry entry = sshdEntry();
    entry.programs.clear();
    EXPECT_FALSE(entry.accepts(tcpListener(22).uid(0, "root").serviceContext("ssh.service")));

    entry.isAnyProgram = true;

    EXPECT_TRUE(entry.accepts(tcpListener(22).uid(0, "root").serviceContext("ssh.service")));
}

TEST(BaselineEntry, RequiresEveryOwnerOfTheSocketToBeNamed)
{
    const ProcessPtr server = process("sshd", 812, 0, "root");
    const SocketRecord shared = tcpListener(22)
                                    .ownedBy({server, process("evil", 900, 0, "root")})
                                    .serviceContext("ssh.service");
    const SocketRecord workers = tcpListener(22)
                                     .ownedBy({server, process("sshd", 900, 0, "root")})
                                     .serviceContext("ssh.service");

    EXPECT_FALSE(sshdEntry().accepts(shared));
    EXPECT_TRUE(sshdEntry().accepts(workers));
}

TEST(BaselineEntry, TreatsAnUnreadableOwnerAsAnotherProgram)
{
    const SocketRecord partly = tcpListener(22)
                                    .ownedBy(process("sshd", 812, 0, "root"))
                                    .serviceContext("ssh.service")
                                    .ownerState(OwnerState::Partial);

    EXPECT_FALSE(sshdEntry().accepts(partly));
}

TEST(BaselineEntry, AcceptsAUserByUid)
{
    BaselineEntry entry = sshdEntry();
    entry.user.text = "0";

    EXPECT_TRUE(entry.accepts(sshd()));
}

TEST(BaselineEntry, WithoutAUserAcceptsOnlyASocketWithoutAUser)
{
    BaselineEntry entry = sshdEntry();
    entry.user.text.clear();
    entry.isAnyProgram = true;
    const SocketRecord nobody = tcpListener(22).serviceContext("ssh.service");

    EXPECT_FALSE(entry.accepts(sshd()));
    EXPECT_TRUE(entry.accepts(nobody));
}

TEST(BaselineEntry, IgnoresAUnitWithATransientName)
{
    const SocketRecord now =
        tcpListener(8080).ownedBy(process("node")).serviceContext("session-3.scope");
    const SocketRecord tomorrow =
        tcpListener(8080).ownedBy(process("node")).serviceContext("session-9.scope");

    EXPECT_TRUE(entryFor(now).accepts(tomorrow));
}

TEST(BaselineEntry, AcceptsAContainerOfTheSameKindWithAnotherId)
{
    const auto in = [](const std::string& container) {
        return SocketRecord(
            tcpListener(80).ownedBy(process("nginx")).serviceContext(std::nullopt, container));
    };
    const BaselineEntry entry = entryFor(in("docker:0123456789ab"));

    EXPECT_TRUE(entry.accepts(in("docker:ba9876543210")));
    EXPECT_FALSE(entry.accepts(in("dockerish:ba9876543210")));
    EXPECT_FALSE(entry.accepts(in("podman:0123456789ab")));
    EXPECT_FALSE(entry.accepts(tcpListener(80).ownedBy(process("nginx"))));
}

TEST(BaselineEntry, ForTheHostDoesNotAcceptTheSamePathInAContainer)
{
    const BaselineEntry entry = entryFor(tcpListener(80).ownedBy(process("nginx")));

    EXPECT_FALSE(entry.accepts(tcpListener(80)
                                   .ownedBy(process("nginx"))
                                   .serviceContext(std::nullopt, "docker:0123456789ab")));
}

TEST(BaselineEntry, OnLoopbackDoesNotAcceptAnExposedAddress)
{
    const BaselineEntry entry = entryFor(sshd("127.0.0.1"));

    EXPECT_TRUE(entry.accepts(sshd("::1")));
    EXPECT_FALSE(entry.accepts(sshd("0.0.0.0")));
    EXPECT_FALSE(entry.accepts(sshd("192.168.1.5")));
}

TEST(BaselineEntry, OnOneAddressDoesNotAcceptTheWildcard)
{
    const BaselineEntry entry = entryFor(sshd("192.168.1.5"));

    EXPECT_TRUE(entry.accepts(sshd("192.168.1.5")));
    EXPECT_TRUE(entry.accepts(sshd("::ffff:192.168.1.5")));
    EXPECT_FALSE(entry.accepts(sshd("192.168.1.6")));
    EXPECT_FALSE(entry.accepts(sshd("0.0.0.0")));
}

TEST(Baseline, WithoutEntriesExpectsNothing)
{
    EXPECT_EQ(Baseline().ask(sshd(), kNow).kind, Kind::Silent);
}

TEST(Baseline, ExpectsByAnyOfItsEntries)
{
    BaselineEntry range = entryFor(tcpListener(8080).ownedBy(process("node")));
    range.ports = {8000, 8100};
    const Baseline baseline({entryFor(sshd("127.0.0.1")), range, sshdEntry()});

    EXPECT_EQ(baseline.ask(sshd(), kNow).entry, &baseline.entries()[2]);
    EXPECT_TRUE(baseline.expects(tcpListener(8099).ownedBy(process("node")), kNow));
    EXPECT_FALSE(baseline.expects(tcpListener(8101).ownedBy(process("node")), kNow));
}

TEST(Baseline, IgnoresExpiredEntries)
{
    BaselineEntry entry = sshdEntry();
    entry.until = kNow;
    const Baseline baseline({entry});

    EXPECT_TRUE(baseline.expects(sshd(), kNow - 1s));
    EXPECT_EQ(baseline.ask(sshd(), kNow).kind, Kind::Over);
}

TEST(Baseline, UsesALaterEntryWhenAnEarlierOneExpired)
{
    BaselineEntry over = sshdEntry();
    over.until = kNow;
    const Baseline baseline({over, sshdEntry()});

    EXPECT_TRUE(baseline.expects(sshd(), kNow));
}

TEST(Baseline, NamesTheClosestEntry)
{
    BaselineEntry far = entryFor(tcpListener(22, "10.0.0.1").ownedBy(process("nc")));
    const Baseline baseline({far, sshdEntry()});

    const Baseline::Answer answer = baseline.ask(sshd("0.0.0.0", "evil"), kNow);

    EXPECT_EQ(answer.kind, Kind::Other);
    EXPECT_EQ(answer.entry, &baseline.entries()[1]);
}

TEST(Baseline, ReportsHowAListenerDiffers)
{
    const std::string text = differenceFrom(sshdEntry(), sshd("0.0.0.0", "evil")).english();

    EXPECT_EQ(text, "its program is /usr/bin/evil, not /usr/bin/sshd");
}

TEST(Baseline, ReportsAnUnknownProgram)
{
    const std::string text =
        differenceFrom(sshdEntry(), tcpListener(22).uid(0, "root").serviceContext("ssh.service"))
            .english();

    EXPECT_EQ(text, "its program is unknown, not /usr/bin/sshd");
}

TEST(Baseline, OmitsOnlyUdpOfTheEphemeralPorts)
{
    constexpr PortRange kPorts{32768, 60999};

    EXPECT_TRUE(isEphemeralUdp(udpBound(40000), kPorts));
    EXPECT_FALSE(isEphemeralUdp(udpBound(5353), kPorts));
    EXPECT_FALSE(isEphemeralUdp(tcpListener(40000), kPorts));
}

/// A listener of alice in a unit of that name, either a system unit or a unit of a user manager.
SocketRecord inUnitOf(std::optional<std::uint32_t> managerUid, std::uint32_t uid = 1000,
                      const std::string& user = "alice", std::optional<std::string> container = {})
{
    const std::optional<std::string> unit = container ? "docker-0123456789ab.scope" : "app.service";
    SocketBuilder listener = tcpListener(7411).ownedBy(process("app", 50, uid, user));
    listener.record().serviceContext = std::make_shared<const ServiceContext>(ServiceContext{
        .unit = unit, .unitManagerUid = managerUid, .container = std::move(container)});
    return listener;
}

BaselineEntry entryOfUnit(const std::string& user)
{
    BaselineEntry entry = entryFor(inUnitOf({}));
    entry.isAnyProgram = true;
    entry.user = {user == "any" ? "" : user, user == "any"};
    return entry;
}

TEST(BaselineEntry, DoesNotMistakeAUserUnitForASystemUnit)
{
    EXPECT_TRUE(entryOfUnit("any").accepts(inUnitOf({})));
    EXPECT_FALSE(entryOfUnit("any").accepts(inUnitOf(1000)));
    EXPECT_FALSE(entryOfUnit("www-data").accepts(inUnitOf(33, 33, "www-data")));
    EXPECT_EQ(differenceFrom(entryOfUnit("any"), inUnitOf(1000)),
              "its unit is app.service of a user, not one of the system");
}

TEST(BaselineEntry, AcceptsAUnitOfTheNamedUser)
{
    EXPECT_TRUE(entryOfUnit("alice").accepts(inUnitOf(1000)));
    EXPECT_TRUE(entryOfUnit("1000").accepts(inUnitOf(1000)));
    EXPECT_FALSE(entryOfUnit("alice").accepts(inUnitOf(1001)));
}

TEST(BaselineEntry, ForAUserUnitDoesNotAcceptASystemUnit)
{
    const BaselineEntry entry = entryFor(inUnitOf(1000));

    EXPECT_EQ(entry.unitManager, UnitManager::User);
    EXPECT_TRUE(entry.accepts(inUnitOf(1000)));
    EXPECT_FALSE(entry.accepts(inUnitOf({})));
    EXPECT_EQ(differenceFrom(entry, inUnitOf({})),
              "its unit is app.service of the system, not one of a user");
    EXPECT_EQ(entryFor(inUnitOf({})).unitManager, std::nullopt);
}

TEST(BaselineEntry, ForASystemUnitDoesNotAcceptAUserUnit)
{
    BaselineEntry entry = entryOfUnit("alice");
    entry.unitManager = UnitManager::System;

    EXPECT_TRUE(entry.accepts(inUnitOf({})));
    EXPECT_FALSE(entry.accepts(inUnitOf(1000)));
}

TEST(BaselineEntry, AcceptsAUserContainerOnlyWhereAUserIsNamed)
{
    const SocketRecord rootless = inUnitOf(1000, 1000, "alice", "docker:0123456789ab");
    BaselineEntry entry = entryFor(rootless);
    EXPECT_TRUE(entry.accepts(rootless));

    entry.user = {"", true};
    EXPECT_FALSE(entry.accepts(rootless));
    EXPECT_FALSE(entry.accepts(tcpListener(7411)
                                   .ownedBy(process("app", 50))
                                   .serviceContext("user@1000.service", "docker:0123456789ab")));
    EXPECT_TRUE(entry.accepts(inUnitOf({}, 0, "root", "docker:0123456789ab")));
    EXPECT_EQ(differenceFrom(entry, rootless),
              "its container is docker:0123456789ab of a user, not docker");
}

TEST(BaselineEntry, DoesNotAcceptAnotherFileWithTheSamePath)
{
    auto program = std::make_shared<ProcessInfo>(*process("sshd", 50, 1000, "alice"));
    const BaselineEntry entry = entryFor(tcpListener(7411).ownedBy(program));
    auto foreign = std::make_shared<ProcessInfo>(*program);
    foreign->isExeForeign = true;
    const SocketRecord pretending = tcpListener(7411).ownedBy(foreign);

    EXPECT_FALSE(entry.accepts(pretending));
    EXPECT_EQ(differenceFrom(entry, pretending),
              "its program is one that has this path only in its own file system, not "
              "/usr/bin/sshd");
}

TEST(BaselineEntry, DistinguishesATooLongPathFromAnUnknownOne)
{
    auto program = std::make_shared<ProcessInfo>(*process("sshd", 50, 1000, "alice"));
    program->exe.reset();
    const SocketRecord unreadable = tcpListener(7411).ownedBy(program);
    BaselineEntry entry = entryFor(unreadable);
    ASSERT_TRUE(entry.accepts(unreadable));
    auto tooLong = std::make_shared<ProcessInfo>(*program);
    tooLong->isExePathTooLong = true;
    const SocketRecord hiding = tcpListener(7411).ownedBy(tooLong);

    EXPECT_FALSE(entry.accepts(hiding));
    EXPECT_EQ(differenceFrom(entry, hiding),
              "its program is one whose path is too long to be read, not an unknown one");
    entry.isAnyProgram = true;
    EXPECT_TRUE(entry.accepts(hiding));
}

}  // namespace
}  // namespace quaywatch::test
