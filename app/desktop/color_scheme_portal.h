// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QString>

#include <optional>

namespace quaywatch {

/// Whether the desktop asks for a dark look, by the settings portal of freedesktop.org. Asks
/// without waiting, and follows what is changed later; without a bus or a portal it knows nothing.
class ColorSchemePortal final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// To be called once, when the bus is there.
    void setBus(const QDBusConnection& bus);

    /// Empty while, or if, the desktop has no wish.
    [[nodiscard]] std::optional<bool> isDark() const noexcept { return m_isDark; }

signals:
    void changed();

private slots:
    void takeSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    std::optional<bool> m_isDark;
};

}  // namespace quaywatch
