// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The part of the end-process dialog that stops systemd units.

#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/widgets/value_document.h"
#include "app/text/qt_text.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using DocumentTone = ValueDocument::Tone;

QString EndProcessDialog::unitsText() const
{
    if (m_stop->units.size() == 2) {
        return tr("%1 and %2")
            .arg(plainText(m_stop->units[0], 80), plainText(m_stop->units[1], 80));
    }
    constexpr std::size_t kMaxNamed = 3;
    QStringList names;
    for (std::size_t i = 0; i < std::min(m_stop->units.size(), kMaxNamed); ++i) {
        names.append(plainText(m_stop->units[i], 80));
    }
    if (m_stop->units.size() > kMaxNamed) {
        names.append(tr("%n more", nullptr, static_cast<int>(m_stop->units.size() - kMaxNamed)));
    }
    return QLocale().createSeparatedList(names);
}

void EndProcessDialog::offerStop()
{
    if (m_stop) {
        m_stopButton->setText(forMenu(tr("Stop %1…").arg(unitsText())));
        m_stopButton->show();
        m_cancelButton->setFocus();
    }
}

void EndProcessDialog::stopUnits()
{
    offerOnlyClose();
    m_question->setText(tr("Asking systemd to stop %1…").arg(unitsText()));
    if (m_stopper == nullptr) {
        m_stopper = new UnitStopper(m_systemctl, this);
        connect(m_stopper, &UnitStopper::finished, this, &EndProcessDialog::showStopped);
    }
    m_stopper->stop(*m_stop);
}

void EndProcessDialog::showStopped(UnitStopper::Outcome outcome, const QByteArray& output)
{
    using Outcome = UnitStopper::Outcome;
    const QString units = unitsText();
    m_document->begin();
    switch (outcome) {
        case Outcome::Stopped:
            m_question->setText(tr("Done"));
            m_document->bullet(tr("Stopped: %1.").arg(units), DocumentTone::Good);
            break;
        case Outcome::NotPermitted:
            m_question->setText(tr("Not done"));
            m_document->bullet(tr("This user may not stop %1.").arg(units), DocumentTone::Warning);
            break;
        case Outcome::Failed:
            m_question->setText(tr("Not done"));
            m_document->bullet(tr("systemctl could not stop %1.").arg(units),
                               DocumentTone::Warning);
            break;
        case Outcome::Missing:
            m_question->setText(tr("Not done"));
            m_document->bullet(tr("systemctl is not there to be run on this system."),
                               DocumentTone::Warning);
            break;
    }
    QStringList lines;
    for (const QByteArray& line : output.split('\n')) {
        if (!line.isEmpty()) {
            lines.append(fullPlainText({line.constData(), static_cast<std::size_t>(line.size())}));
        }
    }
    m_document->values(tr("It said"), lines, true);
    if (outcome != Outcome::Stopped) {
        m_document->command(tr("The command that can"), fromUtf8(m_stop->command()));
    }
    m_document->end();
    m_monitor.refreshNow();
}

}  // namespace quaywatch
