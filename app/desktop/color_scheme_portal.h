// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QString>

#include <optional>

namespace quaywatch {

/// Reports whether the desktop prefers a dark color scheme, from the settings portal of
/// freedesktop.org. Queries the portal without waiting, and follows later changes. Without a bus or
/// a portal the preference is unknown.
class ColorSchemePortal final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Call this once, when the bus is available.
    void setBus(const QDBusConnection& bus);

    /// Empty as long as the desktop has no preference, or it is unknown.
    [[nodiscard]] std::optional<bool> isDark() const noexcept { return m_isDark; }

signals:
    void changed();

private slots:
    void takeSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    std::optional<bool> m_isDark;
};

}  // namespace quaywatch
