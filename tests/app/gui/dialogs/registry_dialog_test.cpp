// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/registry_dialog.h"

#include "app/gui/dialogs/about_dialog.h"
#include "app/text/qt_text.h"
#include "core/registry/registry_records.h"
#include "core/registry/service_registry.h"
#include "tests/support/gui/window_fixture.h"
#include "tests/support/http_server.h"
#include "tests/support/registry_files.h"
#include "tests/support/temp_dir.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

#include <gmock/gmock.h>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

QByteArray toBytes(const std::string& text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

class RegistryDialogTest : public testing::Test {
protected:
    RegistryDialogTest() { m_dialog.show(); }

    [[nodiscard]] std::string path() const { return m_folder.path("quaywatch/registry.tsv"); }
    [[nodiscard]] bool isKept() const { return QFile::exists(QString::fromStdString(path())); }
    [[nodiscard]] QPushButton& button(const QString& name) const
    {
        return *m_dialog.findChild<QPushButton*>(name);
    }
    [[nodiscard]] QString message() const
    {
        return m_dialog.findChild<QLabel*>(u"difference"_s)->text();
    }
    [[nodiscard]] QTableWidget& table() const { return *m_dialog.findChild<QTableWidget*>(); }
    [[nodiscard]] bool isSettledAfter(const std::function<void()>& act)
    {
        QSignalSpy settled(&m_dialog, &RegistryDialog::settled);
        act();
        return !settled.isEmpty() || settled.wait(20'000);
    }
    /// Presses "Download" with this address.
    [[nodiscard]] bool downloads(const QString& address)
    {
        m_dialog.findChild<QLineEdit*>(u"address"_s)->setText(address);
        return isSettledAfter([this] { button(u"download"_s).click(); });
    }
    [[nodiscard]] bool imports(const std::string& text)
    {
        const QString file = QString::fromStdString(m_folder.write("file", text));
        return isSettledAfter([&] { m_dialog.importFile(file); });
    }
    [[nodiscard]] bool uses()
    {
        return isSettledAfter([this] { button(u"use"_s).click(); });
    }
    void expectRefusedAndUnchanged()
    {
        EXPECT_FALSE(button(u"use"_s).isEnabled());
        EXPECT_FALSE(m_dialog.isBusy());
        EXPECT_TRUE(table().isHidden());
        EXPECT_FALSE(isKept());
        EXPECT_TRUE(registry::active().isBuiltIn());
    }

    test::BuiltInRegistryAfterwards m_builtIn;
    test::TempDir m_folder;
    test::HttpServer m_server;
    RegistryManager m_keeper{path(), [] { return test::in2026(11, 23); }};
    RegistryDialog m_dialog{m_keeper};
};

TEST_F(RegistryDialogTest, SendsNoRequestUnasked)
{
    EXPECT_EQ(m_dialog.findChild<QLineEdit*>(u"address"_s)->text(), fromUtf8(kRegistryAddress));
    EXPECT_TRUE(kRegistryAddress.starts_with("https://www.iana.org/"));
    expectRefusedAndUnchanged();
    EXPECT_FALSE(button(u"builtIn"_s).isEnabled());
}

TEST_F(RegistryDialogTest, ShowsTheChangesOfAFileAndUsesItOnConfirmation)
{
    ASSERT_TRUE(imports(test::newerRegistryXml()));
    EXPECT_TRUE(message().contains(u"Newly assigned ports: 1;"_s)) << message().toStdString();
    ASSERT_EQ(table().rowCount(), 1);
    EXPECT_EQ(table().item(0, 0)->text(), u"931"_s);
    EXPECT_EQ(table().item(0, 2)->text(), u"Unassigned"_s);
    EXPECT_EQ(table().item(0, 3)->text(), u"Assigned: quay"_s);
    EXPECT_FALSE(isKept());
    EXPECT_TRUE(registry::active().isBuiltIn());

    ASSERT_TRUE(uses());

    EXPECT_TRUE(isKept());
    EXPECT_EQ(registry::date(), "2026-09-01");
    EXPECT_TRUE(message().contains(u"2026-09-01"_s));
    EXPECT_TRUE(button(u"builtIn"_s).isEnabled());
    EXPECT_FALSE(button(u"use"_s).isEnabled());
}

TEST_F(RegistryDialogTest, DownloadsTheRegistry)
{
    m_server.answerWith("/registry.xml", toBytes(test::newerRegistryXml()));

    ASSERT_TRUE(downloads(m_server.address(u"/registry.xml"_s)));

    EXPECT_TRUE(button(u"use"_s).isEnabled()) << message().toStdString();
    ASSERT_TRUE(uses());
    EXPECT_EQ(registry::active().importedFrom, m_server.address(u"/registry.xml"_s).toStdString());
}

TEST_F(RegistryDialogTest, SendsNothingButTheRequest)
{
    m_server.answerWith("/registry.xml", "<html/>");

    ASSERT_TRUE(downloads(m_server.address(u"/registry.xml"_s)));
    ASSERT_TRUE(downloads(m_server.address(u"/registry.xml"_s)));

    ASSERT_EQ(m_server.requests().size(), 2);
    for (const QByteArray& request : m_server.requests()) {
        QByteArrayList lines = request.trimmed().split('\n');
        EXPECT_TRUE(lines.takeFirst().startsWith("GET /registry.xml HTTP/1.1"));
        for (const QByteArray& line : lines) {
            const QByteArray name = line.split(':').first().toLower();
            EXPECT_TRUE(QByteArrayList({"host", "connection", "accept-encoding", "accept-language",
                                        "user-agent"})
                            .contains(name))
                << line.toStdString();
        }
        // Header names are case-insensitive (RFC 9110); Qt 6.8 writes them in lower case.
        const QByteArray small = request.toLower();
        EXPECT_TRUE(small.contains("accept-language: en\r\n"));
        EXPECT_TRUE(small.contains("user-agent: quaywatch\r\n"));
    }
}

TEST_F(RegistryDialogTest, RefusesAnInvalidAnswer)
{
    m_server.answer("/none", "404 Not Found", "Content-Length: 2", "no");

    ASSERT_TRUE(downloads(m_server.address(u"/none"_s)));

    EXPECT_TRUE(message().contains(u"404"_s)) << message().toStdString();
    expectRefusedAndUnchanged();
}

TEST_F(RegistryDialogTest, RefusesATruncatedBody)
{
    m_server.answerCutOff("/cut", toBytes(test::newerRegistryXml()));

    ASSERT_TRUE(downloads(m_server.address(u"/cut"_s)));

    EXPECT_TRUE(message().startsWith(u"The download failed"_s)) << message().toStdString();
    expectRefusedAndUnchanged();
}

TEST_F(RegistryDialogTest, RefusesMoreThanTheMaximumSize)
{
    m_server.answerWith("/large", QByteArray(kMaxRegistryBytes + 1, ' '));

    ASSERT_TRUE(downloads(m_server.address(u"/large"_s)));

    EXPECT_TRUE(message().contains(u"far more"_s)) << message().toStdString();
    expectRefusedAndUnchanged();
}

TEST_F(RegistryDialogTest, RefusesAPageThatIsNotARegistry)
{
    m_server.answerWith("/page", "<html><body>Please log in</body></html>");

    ASSERT_TRUE(downloads(m_server.address(u"/page"_s)));

    EXPECT_TRUE(message().contains(u"not IANA's port registry"_s)) << message().toStdString();
    expectRefusedAndUnchanged();
}

TEST_F(RegistryDialogTest, FollowsARedirectToTheSameScheme)
{
    m_server.redirect("/old", m_server.address(u"/new"_s));
    m_server.answerWith("/new", toBytes(test::newerRegistryXml()));

    ASSERT_TRUE(downloads(m_server.address(u"/old"_s)));

    EXPECT_TRUE(button(u"use"_s).isEnabled()) << message().toStdString();
}

TEST_F(RegistryDialogTest, FollowsNoOtherRedirect)
{
    for (const QString& target : {u"https://127.0.0.1/registry.xml"_s, u"http://example.org/"_s,
                                  u"file:///etc/passwd"_s, u"ftp://127.0.0.1/x"_s}) {
        m_server.redirect("/away", target);

        ASSERT_TRUE(downloads(m_server.address(u"/away"_s)));

        expectRefusedAndUnchanged();
    }
    EXPECT_EQ(m_server.requests().size(), 4);
}

TEST_F(RegistryDialogTest, FollowsNoRedirectLoop)
{
    m_server.redirect("/ring", m_server.address(u"/ring"_s));

    ASSERT_TRUE(downloads(m_server.address(u"/ring"_s)));

    expectRefusedAndUnchanged();
    // Six requests: Qt repeats one up to three times if its connection closes.
    EXPECT_LE(m_server.requests().size(), 24);
}

TEST_F(RegistryDialogTest, StopsAHangingDownload)
{
    m_dialog.findChild<QLineEdit*>(u"address"_s)->setText(m_server.address(u"/hangs"_s));
    button(u"download"_s).click();
    EXPECT_TRUE(m_dialog.isBusy());
    EXPECT_FALSE(button(u"download"_s).isEnabled());
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_server.requests().isEmpty(); }));

    ASSERT_TRUE(isSettledAfter([this] { button(u"stop"_s).click(); }));

    EXPECT_EQ(message(), u"Stopped. Nothing has changed."_s);
    EXPECT_TRUE(button(u"download"_s).isEnabled());
    expectRefusedAndUnchanged();
}

TEST_F(RegistryDialogTest, GivesUpOnASilentServer)
{
    m_dialog.downloads().setPatience(1ms);

    ASSERT_TRUE(downloads(m_server.address(u"/hangs"_s)));

    EXPECT_EQ(message(), u"The server has sent nothing for a while."_s);
    expectRefusedAndUnchanged();
}

TEST_F(RegistryDialogTest, CanBeClosedDuringADownload)
{
    m_dialog.findChild<QLineEdit*>(u"address"_s)->setText(m_server.address(u"/hangs"_s));
    button(u"download"_s).click();

    m_dialog.reject();

    EXPECT_FALSE(m_dialog.isVisible());
}

TEST_F(RegistryDialogTest, RejectsAnInsecureAddress)
{
    for (const QString& address :
         {u"http://www.iana.org/x.xml"_s, u"ftp://127.0.0.1/x"_s, u"file:///etc/passwd"_s,
          u"iana"_s, u""_s, u"https://"_s, u"https://me:secret@example.org/"_s,
          u"http://127.0.0.1.example.org/"_s}) {
        EXPECT_FALSE(RegistryDownload::problemOf(QUrl(address)).isEmpty()) << address.toStdString();
        ASSERT_TRUE(downloads(address));
        expectRefusedAndUnchanged();
    }
    EXPECT_TRUE(RegistryDownload::problemOf(QUrl(fromUtf8(kRegistryAddress))).isEmpty());
}

TEST_F(RegistryDialogTest, SaysWhyAFileIsNotUsed)
{
    ASSERT_TRUE(imports(test::registryXml("2026-01-01")));

    EXPECT_EQ(message(),
              u"Not imported: the file is dated 2026-01-01, older than the current registry of "
              "2026-08-17."_s);
    expectRefusedAndUnchanged();
}

TEST_F(RegistryDialogTest, SaysThatACsvHasNoDate)
{
    ASSERT_TRUE(imports(test::registryCsv("2026-09-01")));

    EXPECT_TRUE(message().contains(u"A CSV file has no date"_s)) << message().toStdString();
    EXPECT_TRUE(message().contains(u"the same about every port as the current registry"_s));
    EXPECT_TRUE(button(u"use"_s).isEnabled());
}

TEST_F(RegistryDialogTest, ReportsThatTheRegistryCannotBeSaved)
{
    m_folder.write("quaywatch", "a file in the way of the folder");
    ASSERT_TRUE(imports(test::newerRegistryXml()));

    ASSERT_TRUE(uses());

    EXPECT_TRUE(message().startsWith(u"The registry could not be changed"_s))
        << message().toStdString();
    EXPECT_TRUE(registry::active().isBuiltIn());
}

TEST_F(RegistryDialogTest, RestoresTheBuiltInRegistry)
{
    ASSERT_TRUE(imports(test::newerRegistryXml()));
    ASSERT_TRUE(uses());

    ASSERT_TRUE(isSettledAfter([this] { button(u"builtIn"_s).click(); }));

    EXPECT_FALSE(isKept());
    EXPECT_TRUE(registry::active().isBuiltIn());
    EXPECT_FALSE(button(u"builtIn"_s).isEnabled());
}

TEST_F(RegistryDialogTest, RemovesAnUnusableFile)
{
    m_folder.write("quaywatch/registry.tsv", "broken");
    RegistryManager keeper(path());
    RegistryDialog dialog(keeper);
    QSignalSpy changed(&keeper, &RegistryManager::changed);

    dialog.findChild<QPushButton*>(u"builtIn"_s)->click();

    ASSERT_TRUE(changed.wait(20'000));
    EXPECT_FALSE(isKept());
}

TEST_F(RegistryDialogTest, ShowsALimitedNumberOfChangesAndCountsTheRest)
{
    std::string records = test::xmlRecord("50000-50999", "tcp", "one", "");
    for (int port = 51000; port < 51600; ++port) {
        records += test::xmlRecord(std::to_string(port), "udp", "s" + std::to_string(port), "");
    }
    ASSERT_TRUE(imports(test::registryXml("2026-09-01", records)));

    EXPECT_TRUE(message().contains(u"Newly assigned ports: %L1;"_s.arg(1600)))
        << message().toStdString();
    EXPECT_EQ(table().rowCount(), 500);
    EXPECT_EQ(table().item(0, 0)->text(), u"50000-50999"_s);
    bool isRemainderReported = false;
    for (const auto* label : m_dialog.findChildren<QLabel*>()) {
        isRemainderReported =
            isRemainderReported || (!label->isHidden() && label->text().startsWith(u"101 "_s));
    }
    EXPECT_TRUE(isRemainderReported);
}

TEST_F(RegistryDialogTest, IsPlainTextEverywhere)
{
    for (const auto* label : m_dialog.findChildren<QLabel*>()) {
        EXPECT_TRUE(label->text().isEmpty() || label->textFormat() == Qt::PlainText)
            << label->text().toStdString();
    }
}

TEST_F(RegistryDialogTest, IsShownInTheAboutBox)
{
    const auto aboutText = [] {
        const AboutDialog about;
        QString text;
        for (const auto* label : about.findChildren<QLabel*>()) {
            text += label->text();
        }
        return text;
    };
    EXPECT_TRUE(aboutText().contains(u"Built in"_s));

    ASSERT_TRUE(imports(test::newerRegistryXml()));
    ASSERT_TRUE(uses());

    EXPECT_TRUE(aboutText().contains(u"of 2026-09-01"_s));
    EXPECT_TRUE(aboutText().contains(u"Imported on 2026-11-23 from "_s));
    EXPECT_TRUE(factsForBugReports().contains(u"2026-09-01, imported on 2026-11-23"_s));
    EXPECT_FALSE(factsForBugReports().contains(fromUtf8(m_folder.path())));
}

}  // namespace
}  // namespace quaywatch
