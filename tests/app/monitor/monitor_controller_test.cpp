// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui/window_fixture.h"
#include "tests/support/processes/no_threads.h"
#include "tests/support/temp_dir.h"

namespace quaywatch {

namespace {

using namespace std::chrono_literals;
using test::FakeMachine;
using test::process;
using test::snapshotOf;
using test::tcpListener;

class MonitorControllerTest : public testing::Test {
protected:
    MonitorControllerTest()
    {
        machine.snapshot = snapshotOf({tcpListener(931).ownedBy(process("nc"))});
    }
    void start(SystemAccess access)
    {
        monitor = std::make_unique<MonitorController>(std::move(access));
        monitor->setInterval(1h);
    }

    FakeMachine machine;
    std::unique_ptr<MonitorController> monitor;
};

TEST_F(MonitorControllerTest, PollsAtStartAndAgainAfterTheInterval)
{
    start(machine.access());
    monitor->setInterval(1ms);
    QSignalSpy updates(monitor.get(), &MonitorController::updated);

    monitor->start();

    ASSERT_TRUE(updates.wait(5000));
    ASSERT_TRUE(updates.wait(5000));
    EXPECT_NE(monitor->snapshot(), nullptr);
}

TEST_F(MonitorControllerTest, WorksOnTheCallingThreadWhereNoOtherCanStart)
{
    {
        const test::NoThreads noThreads;
        start(machine.access());
    }
    QSignalSpy updates(monitor.get(), &MonitorController::updated);
    QSignalSpy details(monitor.get(), &MonitorController::detailsReady);
    QSignalSpy plans(monitor.get(), &MonitorController::planReady);
    QSignalSpy outcomes(monitor.get(), &MonitorController::outcomesReady);

    monitor->start();
    ASSERT_TRUE(updates.wait(5000));
    monitor->requestDetails(4711);
    ASSERT_TRUE(details.wait(5000));
    const JobId plan = monitor->planEnd({931, Protocol::Tcp, {}});
    EXPECT_EQ(plans.size(), 0) << "the answer comes after the number of its question";
    ASSERT_TRUE(plans.wait(5000));
    EXPECT_EQ(plans[0][0].value<JobId>(), plan);
    const auto answer = plans[0][1].value<PlanAnswer>();
    monitor->execute(*answer.plan, ProcessSignal::Terminate, 1ms);
    ASSERT_TRUE(outcomes.wait(5000));
    monitor.reset();  // The controller ends now.
}

TEST_F(MonitorControllerTest, ReportsMeasurementsBeforeTheUpdate)
{
    start(machine.access());
    TrafficSamplePtr measured;
    TrafficSamplePtr measuredByThen;
    QObject::connect(monitor.get(), &MonitorController::measured, monitor.get(),
                     [&](const TrafficSamplePtr& sample) { measured = sample; });
    QObject::connect(monitor.get(), &MonitorController::updated, monitor.get(),
                     [&](const SnapshotUpdate&) { measuredByThen = measured; });
    QSignalSpy updates(monitor.get(), &MonitorController::updated);

    monitor->start();

    ASSERT_TRUE(updates.wait(5000));
    ASSERT_NE(measuredByThen, nullptr);
    EXPECT_EQ(measuredByThen->all.listeners, 1U);
}

TEST_F(MonitorControllerTest, ReportsAFailedPollAndPollsAgain)
{
    SystemAccess access = machine.access();
    auto isBroken = std::make_shared<std::atomic<bool>>(true);
    access.openSource = [isBroken,
                         real = access.openSource]() -> Result<std::unique_ptr<SocketSource>> {
        if (*isBroken) {
            return failure(ErrorCode::Unsupported, "no sock_diag");
        }
        return real();
    };
    start(std::move(access));
    QSignalSpy failures(monitor.get(), &MonitorController::failed);
    QSignalSpy updates(monitor.get(), &MonitorController::updated);

    monitor->start();
    ASSERT_TRUE(failures.wait(5000));
    *isBroken = false;
    monitor->refreshNow();

    EXPECT_TRUE(updates.wait(5000));
}

TEST_F(MonitorControllerTest, ExplainsAPortBeforeTheFirstPoll)
{
    SystemAccess access = machine.access();
    access.explain = [](Port port, std::optional<Protocol>, const Snapshot& snapshot) {
        PortExplanation explanation;
        explanation.port = port + static_cast<Port>(snapshot.sockets.size());
        return explanation;
    };
    start(std::move(access));
    QSignalSpy answers(monitor.get(), &MonitorController::explanationReady);

    monitor->requestExplanation(931, {});

    ASSERT_TRUE(answers.wait(5000));
}

std::vector<Alert> alertsIn(const QSignalSpy& spy)
{
    std::vector<Alert> all;
    for (const QList<QVariant>& signal : spy) {
        const auto alerts = signal.front().value<std::vector<Alert>>();
        all.insert(all.end(), alerts.begin(), alerts.end());
    }
    return all;
}

TEST_F(MonitorControllerTest, AlertsOnceAboutAnUnexpectedListener)
{
    start(machine.access());
    QSignalSpy alerts(monitor.get(), &MonitorController::alerted);
    QSignalSpy updates(monitor.get(), &MonitorController::updated);

    monitor->start();
    ASSERT_TRUE(alerts.wait(5000));
    monitor->refreshNow();
    ASSERT_TRUE(updates.wait(5000));

    const std::vector<Alert> reported = alertsIn(alerts);
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].rule, WatchRule::UnassignedListener);
    EXPECT_EQ(reported[0].socket->key.localPort, 931);
}

TEST_F(MonitorControllerTest, ReportsHeldBackAlertsWhenItFinishes)
{
    machine.snapshot = snapshotOf({});
    start(machine.access());
    QSignalSpy updates(monitor.get(), &MonitorController::updated);
    QSignalSpy alerts(monitor.get(), &MonitorController::alerted);
    monitor->start();
    ASSERT_TRUE(updates.wait(5000));
    std::vector<SocketRecord> listeners;
    for (Port port = 931; port < 939; ++port) {
        listeners.push_back(tcpListener(port).ownedBy(process("nc")).id(port));
        machine.snapshot = snapshotOf(listeners);
        monitor->refreshNow();
        ASSERT_TRUE(updates.wait(5000));
    }
    const std::size_t before = alertsIn(alerts).size();

    monitor->finish();

    const std::vector<Alert> all = alertsIn(alerts);
    ASSERT_EQ(all.size(), before + 1);
    EXPECT_EQ(all.back().rule, WatchRule::AlertBurst);
    EXPECT_EQ(all.back().count, 2U);
}

TEST_F(MonitorControllerTest, DeliversARunningPollWhenItFinishesAndPollsNoMore)
{
    start(machine.access());
    monitor->setInterval(1ms);
    QSignalSpy updates(monitor.get(), &MonitorController::updated);
    monitor->start();

    monitor->finish();

    EXPECT_EQ(updates.count(), 1) << "without an event loop";
    const int polls = machine.readCount;
    monitor->refreshNow();
    monitor->setPaused(true);
    monitor->setPaused(false);
    monitor->finish();  // after everything that was requested
    EXPECT_EQ(machine.readCount, polls);
}

TEST_F(MonitorControllerTest, FinishesWhereNoThreadCanStart)
{
    {
        const test::NoThreads noThreads;
        start(machine.access());
    }
    monitor->finish();  // otherwise this test never ends
}

TEST_F(MonitorControllerTest, DoesNotAlertByADisabledRule)
{
    start(machine.access());
    WatchRules rules;
    rules.setOn(WatchRule::UnassignedListener, false);
    rules.setOn(WatchRule::PrivilegedPortOfUser, false);
    QSignalSpy alerts(monitor.get(), &MonitorController::alerted);
    QSignalSpy updates(monitor.get(), &MonitorController::updated);

    monitor->setRules(rules);
    monitor->start();
    ASSERT_TRUE(updates.wait(5000));
    monitor->refreshNow();
    ASSERT_TRUE(updates.wait(5000));

    EXPECT_EQ(alerts.count(), 0);
}

TEST_F(MonitorControllerTest, AlertsAboutAListenerThatTheBaselineDoesNotExpect)
{
    machine.snapshot = snapshotOf({tcpListener(8080).ownedBy(process("server"))});
    const test::TempDir folder;
    machine.baselinePath = folder.write("expected.toml",
                                        "schema = 1\n[[expect]]\nport = 22\nprotocol = \"tcp\"\n"
                                        "address = \"any\"\nprogram = \"any\"\nuser = \"any\"\n");
    start(machine.access());
    QSignalSpy alerts(monitor.get(), &MonitorController::alerted);

    monitor->start();

    ASSERT_TRUE(alerts.wait(5000));
    EXPECT_EQ(alertsIn(alerts).front().rule, WatchRule::NewListener);
}

TEST_F(MonitorControllerTest, DropsTheAnswerOfAnOutdatedQuestion)
{
    start(machine.access());
    QSignalSpy details(monitor.get(), &MonitorController::detailsReady);

    monitor->requestDetails(1);
    monitor->requestDetails(4711);

    ASSERT_TRUE(details.wait(5000));
    QCoreApplication::processEvents();
    ASSERT_EQ(details.count(), 1);
    const auto answer = details.front().front().value<DetailsAnswer>();
    ASSERT_TRUE(answer.details.has_value());
    EXPECT_EQ(answer.details->info.id.pid, 4711U);
}

TEST_F(MonitorControllerTest, CanceledQuestionsGetNoAnswer)
{
    start(machine.access());
    QSignalSpy updates(monitor.get(), &MonitorController::updated);
    QSignalSpy details(monitor.get(), &MonitorController::detailsReady);
    QSignalSpy plans(monitor.get(), &MonitorController::planReady);
    monitor->start();
    ASSERT_TRUE(updates.wait(5000));

    monitor->requestDetails(4711);
    monitor->forgetRequests();
    // Answered after it on the same thread.
    monitor->planEnd({931, Protocol::Tcp, {}});

    ASSERT_TRUE(plans.wait(5000));
    EXPECT_EQ(details.count(), 0);
}

TEST_F(MonitorControllerTest, EndsWithPendingQuestions)
{
    std::counting_semaphore<8> gate(0);
    machine.gate = &gate;
    start(machine.access());
    monitor->requestDetails(4711);
    ASSERT_TRUE(QTest::qWaitFor([this] { return machine.inspectCount == 1; }));
    for (int i = 0; i < 100; ++i) {
        monitor->requestDetails(4711);
    }
    gate.release(2);

    monitor.reset();  // otherwise this test never ends

    // The running one and at most the newest: nothing waits for the others.
    EXPECT_LE(machine.inspectCount, 2);
}

TEST_F(MonitorControllerTest, EndsAtOnceWhileItWaitsForAProcessToEnd)
{
    machine.hasEndlessWait = true;
    start(machine.access());
    QSignalSpy updates(monitor.get(), &MonitorController::updated);
    QSignalSpy plans(monitor.get(), &MonitorController::planReady);
    monitor->start();
    ASSERT_TRUE(updates.wait(5000));
    monitor->planEnd({931, Protocol::Tcp, {}});
    ASSERT_TRUE(plans.wait(5000));
    const auto answer = plans.front().back().value<PlanAnswer>();
    monitor->execute(*answer.plan, ProcessSignal::Terminate, 1h);
    ASSERT_TRUE(QTest::qWaitFor([this] { return machine.signalCount == 1; }));

    monitor.reset();  // otherwise this test never ends

    EXPECT_EQ(machine.signalCount, 1);
}

}  // namespace

}  // namespace quaywatch
