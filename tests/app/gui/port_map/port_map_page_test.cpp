// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_page.h"

#include "app/gui/details/details_panel.h"
#include "app/gui/port_map/port_map_legend.h"
#include "app/gui/port_map/port_map_widget.h"
#include "app/gui/widgets/elided_label.h"
#include "app/text/count_text.h"
#include "tests/support/gui/map_fixture.h"
#include "tests/support/gui/window_fixture.h"

#include <QImage>
#include <QLabel>
#include <QTabBar>
#include <QToolButton>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;
using test::unexpected;
using test::WindowTest;

class PortMapPageTest : public WindowTest {
protected:
    void SetUp() override
    {
        open({tcpListener(22).id(1).ownedBy(process("sshd", 800)),
              unexpected(tcpListener(931).id(2).ownedBy(process("nc", 4711)))});
        ASSERT_TRUE(window->showView(u"map"));
        mapPage().map().setFocus();
    }
    [[nodiscard]] PortMapPage& mapPage() const
    {
        return dynamic_cast<PortMapPage&>(window->page());
    }
    [[nodiscard]] PortMapWidget& map() const { return mapPage().map(); }
    void click(Port port)
    {
        QTest::mouseClick(&map(), Qt::LeftButton, {},
                          map().grid().face(*map().view().cellOf(port)).center());
    }
    [[nodiscard]] QString details() const { return window->findChild<DetailsPanel*>()->text(); }
};

TEST_F(PortMapPageTest, LegendCountsTheRegistryEntries)
{
    const QStringList legend = mapPage().legend().text().split(u'\n');

    for (const QString& entry :
         {u"682 assigned"_s, u"282 unassigned"_s, u"40 reserved"_s, u"11 de-assigned"_s,
          u"7 private use"_s, u"2 unlisted"_s, u"1 unexpected"_s}) {
        EXPECT_TRUE(legend.contains(entry))
            << entry.toStdString() << " in " << legend.join(u", "_s).toStdString();
    }
    EXPECT_EQ(mapPage().legend().accessibleDescription(), mapPage().legend().text());
}

/// On the map of all ports the numbers are those of the status bar and of the tabs.
TEST_F(PortMapPageTest, LegendCountsAsTheStatusBarAndTheTabs)
{
    machine.snapshot =
        test::snapshotOf({tcpListener(22).id(1).ownedBy(process("sshd", 800)),
                          unexpected(tcpListener(931).id(2).ownedBy(process("nc", 4711))),
                          unexpected(test::udpBound(931).id(3).ownedBy(process("nc", 4711))),
                          unexpected(test::tcpConnection("10.0.0.1", 931, "10.0.0.2", 50000).id(4)),
                          test::tcpConnection("10.0.0.1", 22, "10.0.0.2", 50001).id(5)});
    monitor->refreshNow();
    ASSERT_TRUE(waitForUpdate());
    map().zoomOut();

    const QStringList legend = mapPage().legend().text().split(u'\n');
    EXPECT_TRUE(legend.contains(u"3 listening"_s)) << legend.join(u", "_s).toStdString();
    EXPECT_TRUE(legend.contains(u"2 unexpected"_s));
    EXPECT_TRUE(legend.contains(u"1 unexpected connection"_s));
    EXPECT_TRUE(child<QLabel>(u"counts"_s).text().startsWith(u"3 listening"_s));
    EXPECT_EQ(child<QToolButton>(u"unexpected"_s).text(), u"3 unexpected"_s);
    EXPECT_TRUE(
        child<QToolButton>(u"unexpected"_s).toolTip().contains(u"Ports: 2, connections: 1"_s));
    EXPECT_EQ(child<QTabBar>(u"viewSwitch"_s).tabText(0), u"Listeners  3"_s);
}

TEST_F(PortMapPageTest, TipsSayWhatIsCounted)
{
    const auto& tabs = child<QTabBar>(u"viewSwitch"_s);

    EXPECT_TRUE(tabs.tabToolTip(0).contains(CountText::listening())) << "the listeners";
    EXPECT_TRUE(tabs.tabToolTip(1).contains(CountText::connections()));
    EXPECT_TRUE(tabs.tabToolTip(2).contains(CountText::unreadAlerts()));
    EXPECT_TRUE(child<QLabel>(u"counts"_s).toolTip().contains(CountText::listening()));
}

TEST_F(PortMapPageTest, ClickShowsTheSocketInTheDetails)
{
    QSignalSpy settled(window.get(), &MainWindow::detailsSettled);

    click(931);

    ASSERT_TRUE(settled.wait(5000));
    EXPECT_TRUE(details().startsWith(u"nc"_s)) << details().toStdString();
    EXPECT_TRUE(details().contains(u"PID"_s));
}

TEST_F(PortMapPageTest, ClickOnAPortWithoutSocketsExplainsIt)
{
    QSignalSpy settled(window.get(), &MainWindow::detailsSettled);

    click(113);

    ASSERT_TRUE(settled.wait(5000));
    EXPECT_TRUE(details().startsWith(u"Port 113"_s)) << details().toStdString();
    EXPECT_TRUE(details().contains(u"Nothing listens here"_s));
    EXPECT_FALSE(details().contains(u"Looking it up"_s)) << details().toStdString();
}

TEST_F(PortMapPageTest, EnterInspectsAPortAndOpensACellOfAllPorts)
{
    map().setCurrentPort(931);
    QTest::keyClick(&map(), Qt::Key_Return);
    EXPECT_TRUE(window->findChild<DetailsPanel*>()->isVisible());

    map().setFocus();
    map().zoomOut();
    QTest::keyClick(&map(), Qt::Key_Return);
    EXPECT_EQ(map().view(), PortMapView::page(0));
}

TEST_F(PortMapPageTest, EndProcessAppliesToThePortsOwners)
{
    map().setCurrentPort(931);
    ASSERT_TRUE(mapPage().currentEndTarget().has_value());
    EXPECT_EQ(mapPage().currentEndTarget()->port, 931);

    map().setCurrentPort(932);
    EXPECT_FALSE(mapPage().currentEndTarget().has_value());
}

TEST_F(PortMapPageTest, MenuOpensOnlyOnAPortWithASocket)
{
    QObject::disconnect(&mapPage(), &Page::menuRequested, nullptr, nullptr);
    QSignalSpy asked(&mapPage(), &Page::menuRequested);

    emit map().menuRequested(932, {});
    EXPECT_EQ(asked.count(), 0);
    emit map().menuRequested(931, {});
    ASSERT_EQ(asked.count(), 1);
    const auto context = asked.front().front().value<RowContext>();
    EXPECT_EQ(context.socket.key.localPort, 931);
    EXPECT_EQ(context.selected.size(), 1U);
}

TEST_F(PortMapPageTest, BreadcrumbLeadsToAllPortsAndTheArrowsToTheNextPage)
{
    const auto button = [this](const QString& name) {
        for (QToolButton* each : mapPage().findChildren<QToolButton*>()) {
            if (each->accessibleName() == name) {
                return each;
            }
        }
        return static_cast<QToolButton*>(nullptr);
    };
    button(u"Next ports"_s)->click();
    EXPECT_EQ(map().view(), PortMapView::page(1));
    EXPECT_TRUE(mapPage().legend().text().contains(u"assigned"_s));

    button(u"All ports"_s)->click();
    EXPECT_TRUE(map().view().isAll());
    EXPECT_FALSE(button(u"Next ports"_s)->isEnabled());
    EXPECT_TRUE(mapPage().legend().text().contains(u"number of ports with a listener"_s));

    button(u"Ports 1024\u20132047"_s)->click();
    EXPECT_EQ(map().view(), PortMapView::page(1));
    EXPECT_FALSE(mapPage().legend().text().contains(u"number of ports"_s));
}

TEST_F(PortMapPageTest, TheCaptionIsCutOnlyWhereItHasNoRoom)
{
    map().setCurrentPort(932);
    QCoreApplication::processEvents();
    const auto& caption = *window->findChild<ElidedLabel*>();

    EXPECT_EQ(caption.shownText(), caption.text());
    window->resize(700, 600);
    QCoreApplication::processEvents();
    EXPECT_NE(caption.shownText(), caption.text());
    window->resize(1280, 800);
    QCoreApplication::processEvents();
    EXPECT_EQ(caption.shownText(), caption.text()) << "there is room again";
}

TEST_F(PortMapPageTest, NoLabelOfThePageInterpretsHtml)
{
    for (const auto* label : mapPage().findChildren<QLabel*>()) {
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
    }
}

TEST_F(PortMapPageTest, ExportsThePictureAndTheListenersOnItsPorts)
{
    const Exporter exporter = mapPage().exporter();
    ASSERT_TRUE(exporter);

    EXPECT_EQ(mapPage().exportFormats().front(), ExportFormat::Png);
    QImage picture;
    ASSERT_TRUE(picture.loadFromData(exporter(ExportFormat::Png), "PNG"));
    EXPECT_EQ(picture.width(), map().width());
    EXPECT_GE(picture.height(), map().height() + mapPage().legend().height());
    const QByteArray rows = exporter(ExportFormat::Csv);
    EXPECT_EQ(rows.trimmed().count('\n'), 2) << rows.toStdString();
}

TEST_F(PortMapPageTest, APictureShowsNeitherTheCurrentCellNorThePointer)
{
    const auto picture = [this] { return mapPage().exporter()(ExportFormat::Png); };
    map().setCurrentPort(500);
    const QByteArray before = picture();

    map().setCurrentPort(700);
    QTest::mouseMove(&map(), map().grid().face(300).center());

    EXPECT_EQ(picture(), before);
}

TEST_F(PortMapPageTest, APictureHasTheLegend)
{
    const QImage picture = QImage::fromData(mapPage().exporter()(ExportFormat::Png), "PNG")
                               .convertToFormat(QImage::Format_RGB32);
    const QImage legend = mapPage().legend().grab().toImage().convertToFormat(QImage::Format_RGB32);

    EXPECT_EQ(picture.copy(0, picture.height() - legend.height(), legend.width(), legend.height()),
              legend);
}

}  // namespace

}  // namespace quaywatch
