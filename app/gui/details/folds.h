// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>

namespace quaywatch {

/// Which sections of the details are open. It stays while other rows are selected.
class Folds {
public:
    [[nodiscard]] bool isOpen(const QString& section) const
    {
        return m_isAllOpen || m_open.contains(section);
    }
    void toggle(const QString& section)
    {
        if (!m_open.remove(section)) {
            m_open.insert(section);
        }
    }
    /// Opens everything for a while, so that a copy has the whole text.
    void setAllOpen(bool isAllOpen) { m_isAllOpen = isAllOpen; }

private:
    QSet<QString> m_open{QStringLiteral("process"), QStringLiteral("port")};
    bool m_isAllOpen = false;
};

}  // namespace quaywatch
