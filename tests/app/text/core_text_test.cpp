// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_text.h"
#include "core/assess/assess.h"
#include "core/base/error.h"
#include "core/explain/explain.h"
#include "core/message/message_list.h"
#include "core/sockets/classify.h"
#include "core/watch/alert_text.h"
#include "tests/support/gui/pseudo_translator.h"
#include "tests/support/machine/fake_evidence.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>
#include <QFile>
#include <QXmlStreamReader>

#include <map>
#include <set>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::PseudoTranslator;
using test::snapshotOf;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

/// Every message with a text of its own.
std::vector<MessageId> allMessages()
{
    std::vector<MessageId> ids;
    for (std::size_t i = 0; i < kMessageCount; ++i) {
        if (const auto id = static_cast<MessageId>(i); !sourceText(id).empty()) {
            ids.push_back(id);
        }
    }
    return ids;
}

/// The ids and the translations of core's messages in a Qt Linguist file.
std::map<std::string, QString> translationsIn(const QString& path)
{
    std::map<std::string, QString> translations;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    QString context;
    QString id;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            id = xml.readElementText();
        } else if (xml.name() == "translation"_L1 && context == u"quaywatch::CoreText"_s) {
            translations.emplace(id.toStdString(), xml.readElementText());
        }
    }
    return translations;
}

class CoreLanguage : public testing::TestWithParam<const char*> {
protected:
    [[nodiscard]] static QString file()
    {
        return QStringLiteral(QUAYWATCH_SOURCE) + u"/resources/translations/quaywatch_"_s +
               QLatin1StringView(GetParam()) + u".ts"_s;
    }
};

TEST_P(CoreLanguage, HasTheIdsOfCoreAndNoOthers)
{
    std::set<std::string> ids;
    for (const MessageId id : allMessages()) {
        ids.emplace(token(id));
    }
    std::set<std::string> translated;
    for (const auto& [id, text] : translationsIn(file())) {
        EXPECT_FALSE(text.isEmpty()) << id;
        translated.insert(id);
    }
    EXPECT_EQ(translated, ids);
}

/// Renders every message in the language with each of these arguments.
TEST_P(CoreLanguage, RendersEveryMessageWithAnyArguments)
{
    const auto translations = translationsIn(file());
    const auto texts = [&translations](MessageId id) {
        return translations.at(std::string(token(id))).toStdString();
    };
    const std::string hostile = "%1 %2 %9 \x1b[1m\xff<b>&\n";
    const std::vector<MessageArgument> values{
        hostile, "", 0U, 1U, ~std::uint64_t{0}, Message(MessageId::TheKernel)};
    for (const MessageId id : allMessages()) {
        for (const MessageArgument& value : values) {
            const Message message(id, std::vector<MessageArgument>(9, value));
            const std::string text = render(message, texts);
            EXPECT_FALSE(text.empty()) << token(id);
            const bool isHostile = std::holds_alternative<std::string>(value.value);
            EXPECT_TRUE(isHostile || text.find('%') == std::string::npos) << text;
            EXPECT_FALSE(CoreText::of(message, 4096).contains(u'\x1b')) << token(id);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, CoreLanguage, testing::Values("de", "sv"),
                         [](const auto& language) { return std::string(language.param); });

TEST(CoreText, TranslatesEveryMessageById)
{
    const PseudoTranslator pseudo;
    for (const MessageId id : allMessages()) {
        EXPECT_EQ(CoreText::text(id),
                  u'[' + QString::fromStdString(std::string(sourceText(id))) + u']');
    }
}

TEST(CoreText, KeepsTextWithoutAnId)
{
    const PseudoTranslator pseudo;
    EXPECT_EQ(CoreText::of(Message("sudo true")), u"sudo true"_s);
}

TEST(CoreText, ShowsUntrustedTextPlainAndTruncated)
{
    EXPECT_EQ(CoreText::of(Message("process of \x1b[1m")), u"process of \\e[1m"_s);
    EXPECT_EQ(CoreText::of(Message(std::string(100, 'x')), 10).toUtf8().size(), 10);
}

TEST(CoreText, TranslatesMessagesWithinMessages)
{
    const PseudoTranslator pseudo;
    EXPECT_EQ(CoreText::of(Message(MessageId::PortTakenOver, Message(MessageId::TheKernel), "nc")),
              u"[another program took over the port: now [the kernel], before nc]"_s);
}

bool isTranslated(const Message& message)
{
    return PseudoTranslator::hasTranslated(CoreText::of(message, 4096));
}

TEST(CoreText, CoversEveryRule)
{
    const PseudoTranslator pseudo;
    for (std::size_t i = 0; i < kWatchRuleCount; ++i) {
        EXPECT_TRUE(isTranslated(describe(static_cast<WatchRule>(i)))) << i;
    }
}

TEST(CoreText, CoversEveryExposure)
{
    const PseudoTranslator pseudo;
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_TRUE(isTranslated(describeExposure(static_cast<Exposure>(i)))) << i;
    }
}

TEST(CoreText, CoversEveryKindOfError)
{
    const PseudoTranslator pseudo;
    for (const ErrorCode code :
         {ErrorCode::PermissionDenied, ErrorCode::NotFound, ErrorCode::Unsupported,
          ErrorCode::Malformed, ErrorCode::TimedOut, ErrorCode::SystemError}) {
        EXPECT_TRUE(isTranslated(describe(Error{code, 0, {}})));
    }
}

std::optional<Port> portThatIs(AssignmentState state)
{
    for (Port port = 1; port < 1024; ++port) {
        if (registry::lookup(port, Protocol::Tcp).state == state) {
            return port;
        }
    }
    return std::nullopt;
}

/// Assessments of a listener on the port, an inbound connection to it, and an outbound one to such
/// a port.
std::vector<Message> reasonsOn(Port port)
{
    Snapshot snapshot = snapshotOf({tcpListener(port).ownedBy(process("nc")),
                                    tcpConnection("10.0.0.1", port, "10.0.0.2", 40000),
                                    tcpConnection("10.0.0.1", 40001, "10.0.0.2", port)});
    classify(snapshot);
    assess(snapshot, {});
    std::vector<Message> reasons;
    for (const SocketRecord& socket : snapshot.sockets) {
        reasons.push_back(socket.assessment.reason ? *socket.assessment.reason : Message());
    }
    return reasons;
}

TEST(CoreText, CoversWhyAVacantPortIsUnexpected)
{
    const PseudoTranslator pseudo;
    for (const AssignmentState state : {AssignmentState::Unassigned, AssignmentState::Reserved,
                                        AssignmentState::Deassigned, AssignmentState::Unlisted}) {
        const auto port = portThatIs(state);
        ASSERT_TRUE(port) << token(state);
        for (const Message& reason : reasonsOn(*port)) {
            EXPECT_TRUE(isTranslated(reason)) << reason;
        }
    }
}

SocketRecord inService(SocketRecord record, const char* unit)
{
    ServiceContext serviceContext;
    serviceContext.unit = unit;
    serviceContext.isSystemService = true;
    record.serviceContext = std::make_shared<const ServiceContext>(serviceContext);
    return record;
}

TEST(CoreText, CoversExplanationsByEvidence)
{
    const PseudoTranslator pseudo;
    test::FakeEvidence evidence;
    evidence.packages["/usr/bin/chronyd"] = "chrony";
    Snapshot snapshot =
        snapshotOf({inService(udpBound(323, "::1").uid(0, "root"), "chrony.service"),
                    udpBound(323, "127.0.0.1").ownedBy(process("chronyd", 7, 0, "root")),
                    tcpListener(654).uid(0, "root"), tcpListener(656).uid(0, "root")});
    classify(snapshot);
    assess(snapshot, {{100004, 2, Protocol::Tcp, 654, 0}, {4711, 2, Protocol::Tcp, 656, 0}},
           &evidence);
    for (const SocketRecord& socket : snapshot.sockets) {
        ASSERT_NE(socket.assessment.reason, nullptr) << socket.key.localPort;
        EXPECT_TRUE(isTranslated(*socket.assessment.reason)) << *socket.assessment.reason;
    }
    EXPECT_EQ(CoreText::of(*snapshot.sockets.back().assessment.reason).count(u'['), 3)
        << "all phrases";
}

TEST(CoreText, CoversAProgramThatIsNotTheRegisteredService)
{
    const PseudoTranslator pseudo;
    Snapshot snapshot = snapshotOf({tcpListener(654).ownedBy(process("ypserv"))});
    classify(snapshot);
    assess(snapshot, {});
    const PortExplanation port =
        explainPort(654, Protocol::Tcp, snapshot, BindRules{}, {1000, "alice", false});

    const QString text = CoreText::of(port.now.front(), 4096);
    EXPECT_TRUE(text.contains(u"[The port is registered for aodv; here: ypserv]"_s))
        << text.toStdString();
}

TEST(CoreText, CoversExplanationsOfAVacantPort)
{
    const PseudoTranslator pseudo;
    Snapshot snapshot =
        snapshotOf({udpBound(931).ownerState(OwnerState::Kernel).id(1), tcpListener(932).id(2),
                    tcpListener(933).ownedBy(process("rpc.statd", 7, 106, "statd")).id(3),
                    tcpListener(934).ownedBy(process("rpc.statd", 7, 106, "statd")).id(4),
                    tcpConnection("10.0.0.1", 935, "10.0.0.2", 2049)});
    classify(snapshot);
    assess(snapshot, {{100005, 3, Protocol::Tcp, 932}, {4711, 1, Protocol::Tcp, 933}});
    for (const SocketRecord& socket : snapshot.sockets) {
        ASSERT_NE(socket.assessment.reason, nullptr) << socket.key.localPort;
        EXPECT_TRUE(isTranslated(*socket.assessment.reason)) << *socket.assessment.reason;
    }
}

TEST(CoreText, CoversAllTextsAboutAPortAndItsSockets)
{
    const PseudoTranslator pseudo;
    Snapshot snapshot = snapshotOf(
        {tcpListener(80).ownedBy(process("nginx", 7)).serviceContext("nginx.service").id(1),
         tcpListener(80, "::").ownerState(OwnerState::Hidden).uid(0, "root").id(2),
         tcpConnection("10.0.0.1", 80, "10.0.0.2", 40000).ownedBy(process("nginx", 7)),
         udpBound(80, "127.0.0.1").ownerState(OwnerState::Kernel).id(3)});
    classify(snapshot);
    assess(snapshot, {});
    const PortExplanation port =
        explainPort(80, std::nullopt, snapshot, BindRules{}, {1000, "alice", false});
    std::vector<Message> sentences{port.range};
    for (const auto& part : port.protocols) {
        sentences.push_back(part.summary);
    }
    for (const BindObstacle& obstacle : port.obstacles) {
        sentences.push_back(obstacle.text);
    }
    sentences.insert(sentences.end(), port.now.begin(), port.now.end());
    sentences.insert(sentences.end(), port.notSeen.begin(), port.notSeen.end());
    for (const Message& sentence : sentences) {
        EXPECT_TRUE(CoreText::of(sentence, 4096).startsWith(u'[')) << sentence;
    }
    EXPECT_TRUE(CoreText::of(port.now.front(), 4096).contains(u"[unit nginx.service]"_s))
        << CoreText::of(port.now.front(), 4096).toStdString();
}

TEST(CoreText, CoversSeveralAlertsInOne)
{
    const PseudoTranslator pseudo;
    std::vector<Alert> alerts(7);
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        alerts[i].rule = static_cast<WatchRule>(i);
        alerts[i].reason = Message(MessageId::ListenerNotExpected);
        alerts[i].socket = std::make_shared<const SocketRecord>(
            tcpListener(80).ownerState(OwnerState::Hidden).uid(0, "root"));
    }
    const Alert sum = sumUp(alerts);

    const QString text = CoreText::of(sum.reason, 4096);
    EXPECT_TRUE(PseudoTranslator::hasTranslated(text)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"[1 port taken over]"_s)) << text.toStdString();
    EXPECT_TRUE(text.endsWith(u": 80/tcp]"_s)) << text.toStdString();
    EXPECT_EQ(CoreText::of(sum.evidence.front(), 4096),
              u"[[tcp 0.0.0.0:80 [hidden owner (socket made by root)]]: "
              "[listener that is not in the expected list]]"_s);
}

}  // namespace
}  // namespace quaywatch
