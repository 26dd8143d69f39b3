// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_text.h"
#include "app/text/core_phrases.h"
#include "core/assess/assess.h"
#include "core/base/error.h"
#include "core/explain/explain.h"
#include "core/sockets/classify.h"
#include "core/watch/alert_text.h"
#include "tests/support/gui/pseudo_translator.h"
#include "tests/support/machine/fake_evidence.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

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

std::vector<QString> allPhrases()
{
    std::vector<QString> phrases;
    for (const auto& each :
         {corePhrases(), coreFilePhrases(), corePortPhrases(), coreStoryPhrases()}) {
        for (const char* phrase : each) {
            phrases.push_back(QString::fromUtf8(phrase));
        }
    }
    return phrases;
}

/// The string literals of a source file, one per line; adjacent literals are joined.
QString literalsIn(const QString& source)
{
    static const QRegularExpression kLiteral(
        uR"RX("((?:[^"\\\n]|\\.)*)"(?:\s*"((?:[^"\\\n]|\\.)*)")*)RX"_s);
    static const QRegularExpression kRaw(uR"RX(R"\((.*)\)")RX"_s);
    static const QRegularExpression kLiteralBreak(uR"("\s*")"_s);
    QString all;
    for (auto raw = kRaw.globalMatch(source); raw.hasNext();) {
        all += raw.next().captured(1) + u'\n';
    }
    for (auto matches = kLiteral.globalMatch(source); matches.hasNext();) {
        QString literal = matches.next().captured(0);
        all += literal.mid(1).chopped(1).remove(kLiteralBreak).replace(u"\\\""_s, u"\""_s) + u'\n';
    }
    return all;
}

QString sourceText(const QString& path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return QString::fromUtf8(file.readAll());
}

/// The string literals from which core builds its sentences.
QString literalsOfCore()
{
    const QString source = QStringLiteral(QUAYWATCH_SOURCE);
    QString all = sourceText(source + u"/resources/iana/often_used_by.tsv"_s);
    for (const QString& folder : {source + u"/core"_s, source + u"/app/history"_s}) {
        QDirIterator files(folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            all += literalsIn(sourceText(files.next()));
        }
    }
    return all;
}

/// The minimum number of core's literals that compose the text, word by word; 99 if none do.
int tilesOf(const QString& text, const QString& literals)
{
    static const QRegularExpression kNoWord(u"[^A-Za-z0-9_'-]"_s);
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    int tiles = 0;
    for (qsizetype from = 0; from < words.size(); ++tiles) {
        qsizetype to = words.size();
        while (to > from &&
               !literals.contains(words.mid(from, to - from).join(u' '), Qt::CaseInsensitive)) {
            --to;
        }
        if (to == from) {
            // A plural, which core builds from the word and an "s".
            QString word = QString(words[from]).remove(kNoWord);
            word.chop(word.endsWith(u's') ? 1 : 0);
            if (word.isEmpty() || !literals.contains(word, Qt::CaseInsensitive)) {
                return 99;
            }
            ++to;
        }
        from = to;
    }
    return tiles;
}

TEST(CoreText, TranslatesOnlyTextsOfCore)
{
    static const QRegularExpression kPlaceholder(u"%[1-9]"_s);
    constexpr int kMaxTiles = 5;
    const QString literals = literalsOfCore();
    for (const QString& phrase : allPhrases()) {
        for (const QString& piece : phrase.split(kPlaceholder, Qt::SkipEmptyParts)) {
            EXPECT_LE(tilesOf(piece, literals), kMaxTiles)
                << phrase.toStdString() << ": " << piece.toStdString();
        }
    }
}

TEST(CoreText, HasEachPhraseAndEachPlaceholderOnce)
{
    std::set<QString> seen;
    for (const QString& phrase : allPhrases()) {
        EXPECT_TRUE(seen.insert(phrase).second) << phrase.toStdString();
        EXPECT_FALSE(phrase.endsWith(u'.')) << phrase.toStdString();
        for (int serviceContext = 1; phrase.contains(u'%' + QString::number(serviceContext));
             ++serviceContext) {
            EXPECT_EQ(phrase.count(u'%' + QString::number(serviceContext)), 1)
                << phrase.toStdString();
        }
    }
}

TEST(CoreText, KeepsEnglishWithoutATranslation)
{
    for (const QString& phrase : allPhrases()) {
        EXPECT_EQ(CoreText::of(phrase), phrase);
    }
    const QString several = u"Held by nc (PID 7), user alice. It runs x in y. And so on."_s;
    EXPECT_EQ(CoreText::of(several), several);
}

TEST(CoreText, ShowsUntrustedTextPlainAndTruncated)
{
    EXPECT_EQ(CoreText::of(std::string_view("process of \x1b[1m")), u"process of \\e[1m"_s);
    EXPECT_EQ(CoreText::of(std::string(100, 'x'), 10).toUtf8().size(), 10);
}

bool isTranslated(std::string_view english)
{
    return PseudoTranslator::hasTranslated(CoreText::of(english, 4096));
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
std::vector<std::string> reasonsOn(Port port)
{
    Snapshot snapshot = snapshotOf({tcpListener(port).ownedBy(process("nc")),
                                    tcpConnection("10.0.0.1", port, "10.0.0.2", 40000),
                                    tcpConnection("10.0.0.1", 40001, "10.0.0.2", port)});
    classify(snapshot);
    assess(snapshot, {});
    std::vector<std::string> reasons;
    for (const SocketRecord& socket : snapshot.sockets) {
        reasons.push_back(socket.assessment.reason ? *socket.assessment.reason : std::string());
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
        for (const std::string& reason : reasonsOn(*port)) {
            EXPECT_TRUE(isTranslated(reason)) << reason;
            EXPECT_EQ(CoreText::of(reason).count(u'['), 2) << "both phrases";
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
    std::vector<std::string> sentences{port.range};
    for (const auto& part : port.protocols) {
        sentences.push_back(part.summary);
    }
    for (const BindObstacle& obstacle : port.obstacles) {
        sentences.push_back(obstacle.text);
    }
    sentences.insert(sentences.end(), port.now.begin(), port.now.end());
    sentences.insert(sentences.end(), port.notSeen.begin(), port.notSeen.end());
    for (const std::string& sentence : sentences) {
        EXPECT_NE(CoreText::of(sentence, 4096), QString::fromStdString(sentence)) << sentence;
    }
    EXPECT_TRUE(
        CoreText::of(port.now.front(), 4096).contains(u"[unit %1]"_s.arg(u"nginx.service"_s)))
        << CoreText::of(port.now.front(), 4096).toStdString();
}

TEST(CoreText, CoversSeveralAlertsInOne)
{
    const PseudoTranslator pseudo;
    std::vector<Alert> alerts(7);
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        alerts[i].rule = static_cast<WatchRule>(i);
        alerts[i].reason = "listener that is not in the expected list";
        alerts[i].socket = std::make_shared<const SocketRecord>(
            tcpListener(80).ownerState(OwnerState::Hidden).uid(0, "root"));
    }
    const Alert sum = sumUp(alerts);

    // Behind the phrases stands the port, which is the same in each language.
    const QString ports = u": 80/tcp"_s;
    const QString text = CoreText::of(sum.reason, 4096);
    EXPECT_TRUE(text.endsWith(ports)) << text.toStdString();
    EXPECT_TRUE(PseudoTranslator::hasTranslated(text.chopped(ports.size())));
    EXPECT_TRUE(text.contains(u"[1 port taken over]"_s)) << text.toStdString();
    EXPECT_TRUE(CoreText::of(sum.evidence.front(), 4096)
                    .contains(u"[tcp 0.0.0.0:80 hidden process (root)]"_s));
    EXPECT_TRUE(isTranslated(sum.evidence.front())) << sum.evidence.front();
    const QString one = CoreText::of(sumUp({alerts.front()}).reason, 4096);
    EXPECT_TRUE(PseudoTranslator::hasTranslated(one.chopped(ports.size()))) << one.toStdString();
}

}  // namespace
}  // namespace quaywatch
