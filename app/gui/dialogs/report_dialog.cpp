// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/report_dialog.h"

#include "app/gui/widgets/screen_fit.h"
#include "app/gui/widgets/theme.h"
#include "app/text/qt_text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What only the window knows. In English, like the rest of the text.
QString windowFacts()
{
    return u"\nWindow: Qt %1, built with %2, on %3\n"_s.arg(QLatin1StringView(qVersion()),
                                                            QLatin1StringView(QT_VERSION_STR),
                                                            QGuiApplication::platformName());
}

}  // namespace

ReportDialog::ReportDialog(MonitorController& monitor, QWidget* parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Report a problem"));
    resize(fittingSize(*this, QSize(760, 480)));
    auto* intro = makePlainLabel(
        tr("Add this text to your report. It has no names of users, processes or hosts. Nothing is "
           "sent: you copy it yourself."),
        this);
    intro->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setFont(monospaceFont(font()));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Text for the report"));
    m_text->setPlaceholderText(tr("Collecting the report…"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"copyReport"_s);
    m_copy->setEnabled(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->setSpacing(12);
    column->addWidget(intro);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &ReportDialog::copy);
    connect(&monitor, &MonitorController::reportReady, this, &ReportDialog::showText);
    monitor.requestReport();
}

QString ReportDialog::text() const
{
    return m_isComplete ? m_text->toPlainText() : QString();
}

void ReportDialog::showText(const std::string& text)
{
    m_isComplete = true;
    m_text->setPlainText(fromUtf8(text) + windowFacts());
    m_copy->setEnabled(true);
}

void ReportDialog::copy()
{
    QGuiApplication::clipboard()->setText(text());
    m_copy->setText(tr("Copied"));
}

}  // namespace quaywatch
