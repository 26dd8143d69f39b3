// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/tray_probe.h"
#include "tests/support/gui/bus_fixture.h"

#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QSignalSpy>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Answer = TrayProbe::Answer;

/// A tray service. It answers the only question, never answers it, or answers as the bus does for a
/// service that did not answer.
class FakeTrayService final : public QDBusVirtualObject {
public:
    enum class Behavior : std::uint8_t { Answers, Hangs, HasHung };
    Behavior behavior = Behavior::Answers;

    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override
    {
        switch (behavior) {
            case Behavior::Answers:
                return bus.send(
                    message.createReply(QVariant::fromValue(QDBusVariant(QVariant(true)))));
            case Behavior::HasHung:
                return bus.send(message.createErrorReply(QDBusError::NoReply, u"hung"_s));
            case Behavior::Hangs:
                return true;
        }
        return false;
    }
    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }
};

using Behavior = FakeTrayService::Behavior;

class TrayProbeTest : public test::BusTest {
protected:
    void serve(Behavior behavior)
    {
        fake.behavior = behavior;
        ASSERT_TRUE(server.registerVirtualObject(u"/StatusNotifierWatcher"_s, &fake));
        ASSERT_TRUE(server.registerService(u"org.kde.StatusNotifierWatcher"_s));
    }
    /// The result of a new probe.
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
    serve(Behavior::Answers);
    TrayProbe probe(1h);
    probe.setBus(client);

    EXPECT_EQ(probe.answer(), Answer::Awaited);
}

TEST_F(TrayProbeTest, FindsATrayThatAnswers)
{
    serve(Behavior::Answers);

    EXPECT_EQ(answerWithin(1h), Answer::Safe);
}

TEST_F(TrayProbeTest, AnswersAtOnceWhereThereIsNoTray)
{
    EXPECT_EQ(answerWithin(1h), Answer::Safe);
}

TEST_F(TrayProbeTest, GivesUpOnAHangingTray)
{
    serve(Behavior::Hangs);

    EXPECT_EQ(answerWithin(20ms), Answer::NoResponse);
}

TEST_F(TrayProbeTest, AsksAgainWhenAHangingTrayHasLeftTheBus)
{
    serve(Behavior::HasHung);
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
    serve(Behavior::Answers);
    TrayProbe probe(1h);
    QSignalSpy answered(&probe, &TrayProbe::answered);
    probe.setBus(client);
    ASSERT_TRUE(answered.wait(5000));

    fake.behavior = Behavior::HasHung;
    ASSERT_TRUE(server.unregisterService(name));  // available again, and then not
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
