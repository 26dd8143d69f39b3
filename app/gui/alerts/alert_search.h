// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert_list.h"

#include <QString>
#include <QStringList>

namespace quaywatch {

/// The search of the page of alerts: words that must all occur in what the page shows of an alert.
class AlertSearch {
public:
    AlertSearch() = default;
    explicit AlertSearch(const QString& text);

    [[nodiscard]] const QString& text() const noexcept { return m_text; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_words.isEmpty(); }
    /// Whether each word occurs in its port, program, user, severity, reason or facts. Of an entry
    /// that combines several alerts also in its ports.
    [[nodiscard]] bool matches(const AlertEntry& entry) const;

private:
    QString m_text;
    QStringList m_words;
};

}  // namespace quaywatch
