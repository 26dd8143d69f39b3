// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/alerts/alert_search.h"

#include "app/models/alert_model.h"
#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "core/sockets/socket_user.h"

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList searchedTexts(const AlertEntry& entry)
{
    const Alert& alert = entry.alert;
    QStringList texts{AlertModel::portText(alert), AlertModel::programText(alert),
                      AlertModel::severityText(alert.severity), CoreText::of(alert.reason)};
    if (alert.socket) {
        texts.append(plainText(processUserOf(*alert.socket).name));
    }
    for (const Port port : alert.ports) {
        texts.append(QString::number(port));
    }
    for (const Message& fact : alert.evidence) {
        texts.append(CoreText::of(fact));
    }
    return texts;
}

}  // namespace

AlertSearch::AlertSearch(const QString& text)
    : m_text(text)
    , m_words(text.simplified().split(u' ', Qt::SkipEmptyParts))
{
}

bool AlertSearch::matches(const AlertEntry& entry) const
{
    if (m_words.isEmpty()) {
        return true;
    }
    const QString all = searchedTexts(entry).join(u'\n');
    return std::all_of(m_words.begin(), m_words.end(), [&all](const QString& word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

}  // namespace quaywatch
