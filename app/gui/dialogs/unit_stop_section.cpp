// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/unit_stop_section.h"

#include "app/gui/widgets/value_document.h"
#include "app/text/isolated_text.h"
#include "app/text/locale_forms.h"
#include "app/text/qt_text.h"

#include <QLabel>

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using DocumentTone = ValueDocument::Tone;

UnitStopSection::UnitStopSection(QLabel& question, ValueDocument& document, QObject* parent)
    : QObject(parent)
    , m_question(question)
    , m_document(document)
{
}

QString UnitStopSection::unitsText() const
{
    if (m_units->units.size() == 2) {
        return tr("%1 and %2")
            .arg(inSentence(plainText(m_units->units[0], 80)),
                 inSentence(plainText(m_units->units[1], 80)));
    }
    constexpr std::size_t kMaxNamed = 3;
    QStringList names;
    for (std::size_t i = 0; i < std::min(m_units->units.size(), kMaxNamed); ++i) {
        names.append(plainText(m_units->units[i], 80));
    }
    if (m_units->units.size() > kMaxNamed) {
        names.append(tr("%Ln more", nullptr, static_cast<int>(m_units->units.size() - kMaxNamed)));
    }
    return LocaleForms::words().createSeparatedList(names);
}

void UnitStopSection::stop()
{
    m_question.setText(tr("Asking systemd to stop %1…").arg(inSentence(unitsText())));
    if (m_stopper == nullptr) {
        m_stopper = new UnitStopper(m_systemctl, this);
        connect(m_stopper, &UnitStopper::finished, this, &UnitStopSection::showResult);
    }
    m_stopper->stop(*m_units);
}

void UnitStopSection::showResult(UnitStopper::Outcome outcome, const QByteArray& output)
{
    using Outcome = UnitStopper::Outcome;
    const QString units = unitsText();
    m_document.begin();
    switch (outcome) {
        case Outcome::Stopped:
            m_question.setText(tr("Done"));
            m_document.bullet(tr("Stopped: %1.").arg(units), DocumentTone::Good);
            break;
        case Outcome::NotPermitted:
            m_question.setText(tr("Not done"));
            m_document.bullet(tr("You do not have permission to stop %1.").arg(units),
                              DocumentTone::Warning);
            break;
        case Outcome::Failed:
            m_question.setText(tr("Not done"));
            m_document.bullet(tr("systemctl could not stop %1.").arg(units), DocumentTone::Warning);
            break;
        case Outcome::Missing:
            m_question.setText(tr("Not done"));
            m_document.bullet(tr("systemctl is not available on this system."),
                              DocumentTone::Warning);
            break;
    }
    QStringList lines;
    for (const QByteArray& line : output.split('\n')) {
        if (!line.isEmpty()) {
            lines.append(fullPlainText({line.constData(), static_cast<std::size_t>(line.size())}));
        }
    }
    m_document.values(tr("Output"), lines, true);
    if (outcome != Outcome::Stopped) {
        m_document.command(tr("Run this command instead"), fromUtf8(m_units->command()));
    }
    m_document.end();
    emit finished();
}

}  // namespace quaywatch
