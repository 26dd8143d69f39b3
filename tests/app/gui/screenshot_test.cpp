// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/screenshot.h"
#include "tests/support/gui/window_fixture.h"

#include <QImage>
#include <QTemporaryDir>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;

class ScreenshotTest : public testing::Test {
protected:
    /// The result that finished() reported.
    [[nodiscard]] QString take(const QString& fileName, std::optional<Port> port)
    {
        machine.snapshot = test::snapshotOf({tcpListener(931).ownedBy(process("nc"))});
        MonitorController monitor(machine.access());
        Settings settings{QString()};
        MainWindow window({monitor, settings}, {1000, "alice", false});
        window.resize(1280, 800);
        Screenshot screenshot(window, monitor, fileName, port);
        QSignalSpy finished(&screenshot, &Screenshot::finished);
        window.show();
        monitor.start();
        if (!finished.wait(10000)) {
            return u"never finished"_s;
        }
        return finished.front().front().toString();
    }

    test::FakeMachine machine;
    QTemporaryDir folder;
};

TEST_F(ScreenshotTest, WritesAPictureOfTheWindowWithTheRequestedRow)
{
    const QString fileName = folder.filePath(u"x.png"_s);

    EXPECT_EQ(take(fileName, Port{931}), QString());

    EXPECT_EQ(QImage(fileName).size(), QSize(1280, 800)) << "also on a smaller screen";
}

TEST_F(ScreenshotTest, AcceptsARowThatWasAnsweredBeforeTheRequest)
{
    machine.snapshot = test::snapshotOf({tcpListener(931).ownedBy(process("nc"))});
    MonitorController monitor(machine.access());
    Settings settings{QString()};
    MainWindow window({monitor, settings}, {1000, "alice", false});
    QSignalSpy settled(&window, &MainWindow::detailsSettled);
    QSignalSpy updated(&monitor, &MonitorController::updated);
    window.show();
    monitor.start();
    ASSERT_TRUE(updated.wait(10000));
    ASSERT_TRUE(window.selectPort(931));
    ASSERT_TRUE(settled.wait(10000));

    Screenshot screenshot(window, monitor, folder.filePath(u"x.png"_s), Port{931});
    QSignalSpy finished(&screenshot, &Screenshot::finished);
    monitor.refreshNow();

    ASSERT_TRUE(finished.wait(10000));
    EXPECT_EQ(finished.front().front().toString(), QString());
}

QStringList s_messages;

TEST_F(ScreenshotTest, SuppressesOnlyTheWarningOfTheOffscreenPlatform)
{
    const QtMessageHandler before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext&, const QString& text) { s_messages += text; });
    silenceOffscreenPlatform();

    qWarning("This plugin does not support propagateSizeHints()");
    qWarning("This plugin does not support raise()");

    qInstallMessageHandler(before);
    EXPECT_EQ(s_messages, QStringList{u"This plugin does not support raise()"_s});
}

TEST_F(ScreenshotTest, WaitsForTheFirstData)
{
    Snapshot first = test::snapshotOf({tcpListener(931).ownedBy(process("nc"))});
    first.takenAt = std::chrono::system_clock::time_point(std::chrono::hours(24));
    Snapshot second = first;
    second.takenAt += std::chrono::seconds(1);
    SystemAccess access = machine.access();
    access.openSource = [&]() -> Result<std::unique_ptr<SocketSource>> {
        return std::make_unique<test::FakeSocketSource>(
            std::vector<Result<Snapshot>>{first, second});
    };
    MonitorController monitor(access);
    Settings settings{QString()};
    MainWindow window({monitor, settings}, {1000, "alice", false});
    ASSERT_TRUE(window.showView(u"charts"_s));
    monitor.setInterval(std::chrono::milliseconds(1));
    Screenshot screenshot(window, monitor, folder.filePath(u"x.png"_s), {});
    QSignalSpy finished(&screenshot, &Screenshot::finished);
    window.show();
    monitor.start();

    ASSERT_TRUE(finished.wait(10000));

    EXPECT_TRUE(window.page().isReady());
    EXPECT_EQ(finished.front().front().toString(), QString());
}

TEST_F(ScreenshotTest, ReportsThatNoRowHasThePort)
{
    EXPECT_TRUE(take(folder.filePath(u"x.png"_s), Port{80}).contains(u"80"_s));
}

TEST_F(ScreenshotTest, ReportsThatTheFileCannotBeWritten)
{
    EXPECT_FALSE(take(folder.filePath(u"missing/x.png"_s), std::nullopt).isEmpty());
}

}  // namespace

}  // namespace quaywatch
