// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/tray_probe.h"
#include "tests/support/bus_fixture.h"

#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QSignalSpy>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Answer = TrayProbe::Answer;

/// A tray service; answers the one question there is, or never, or as the bus does for one that
/// did not.
class FakeTrayService final : public QDBusVirtualObject {
public:
    enum class Manner : std::uint8_t { Answers, Hangs, HasHung };
    Manner manner = Manner::Answers;

    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override
    {
        switch (manner) {
            case Manner::Answers:
                return bus.send(
                    message.createReply(QVariant::fromValue(QDBusVariant(QVariant(true)))));
            case Manner::HasHung:
                return bus.send(message.createErrorReply(QDBusError::NoReply, u"hung"_s));
            case Manner::Hangs:
                return true;
        }
        return false;
    }
    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }
};

using Manner = FakeTrayService::Manner;

class TrayProbeTest : public test::BusTest {
protected:
    void serve(Manner manner)
    {
        fake.manner = manner;
        ASSERT_TRUE(server.registerVirtualObject(u"/StatusNotifierWatcher"_s, &fake));
        ASSERT_TRUE(server.registerService(u"org.kde.StatusNotifierWatcher"_s));
    }
    /// What a new probe comes to.
    [[nodiscard]] Answer answerWithin(std::chrono::milliseconds patience)
    {
        TrayProbe probe(patience);
        QSignalSpy answered(&probe, &TrayProbe::answered);
        probe.setBus(client);
        EXPECT_TRUE(answered.wait(5000));
        return probe.answer();
    }

    FakeTrayService fake;
};

TEST_F(TrayProbeTest, IsUnknownBeforeTheAnswer)
{
    serve(Manner::Answers);
    TrayProbe probe(1h);
    probe.setBus(client);

    EXPECT_EQ(probe.answer(), Answer::Awaited);
}

TEST_F(TrayProbeTest, FindsATrayThatAnswers)
{
    serve(Manner::Answers);

    EXPECT_EQ(answerWithin(1h), Answer::Safe);
}

TEST_F(TrayProbeTest, AnswersAtOnceWhereThereIsNoTray)
{
    EXPECT_EQ(answerWithin(1h), Answer::Safe);
}

TEST_F(TrayProbeTest, GivesUpOnAHangingTray)
{
    serve(Manner::Hangs);

    EXPECT_EQ(answerWithin(20ms), Answer::NoResponse);
}

TEST_F(TrayProbeTest, AsksAgainWhenAHangingTrayHasLeftTheBus)
{
    serve(Manner::HasHung);
    TrayProbe probe(1h);
    QSignalSpy answered(&probe, &TrayProbe::answered);
    probe.setBus(client);
    ASSERT_TRUE(answered.wait(5000));
    ASSERT_EQ(probe.answer(), Answer::NoResponse);

    ASSERT_TRUE(server.unregisterService(u"org.kde.StatusNotifierWatcher"_s));
    ASSERT_TRUE(answered.wait(5000));

    EXPECT_EQ(probe.answer(), Answer::Safe);
}

TEST_F(TrayProbeTest, ReportsARepeatedAnswerOnce)
{
    const QString name = u"org.kde.StatusNotifierWatcher"_s;
    serve(Manner::Answers);
    TrayProbe probe(1h);
    QSignalSpy answered(&probe, &TrayProbe::answered);
    probe.setBus(client);
    ASSERT_TRUE(answered.wait(5000));

    fake.manner = Manner::HasHung;
    ASSERT_TRUE(server.unregisterService(name));  // safe again, and then not
    ASSERT_TRUE(server.registerService(name));
    ASSERT_TRUE(answered.wait(5000));

    EXPECT_EQ(answered.count(), 2);
    EXPECT_EQ(probe.answer(), Answer::NoResponse);
}

TEST(TrayProbeWithoutBus, GivesUpOnABusThatNeverAppears)
{
    TrayProbe probe(1ms);
    QSignalSpy answered(&probe, &TrayProbe::answered);

    ASSERT_TRUE(answered.wait(5000));

    EXPECT_EQ(probe.answer(), Answer::NoResponse);
}

TEST(TrayProbeWithoutBus, IsAnsweredAtOnceWhereThereIsNoBus)
{
    TrayProbe probe(1h);
    QSignalSpy answered(&probe, &TrayProbe::answered);
    probe.setBus(QDBusConnection(u"none"_s));

    EXPECT_EQ(probe.answer(), Answer::Safe);
    EXPECT_EQ(answered.count(), 1);
}

}  // namespace

}  // namespace quaywatch
