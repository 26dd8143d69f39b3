// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/color_scheme_portal.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kPortalService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPortalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kPortalInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto kGroup = "org.freedesktop.appearance"_L1;
constexpr auto kKey = "color-scheme"_L1;

constexpr uint kDark = 1;
constexpr uint kLight = 2;

}  // namespace

void ColorSchemePortal::setBus(const QDBusConnection& bus)
{
    if (!bus.isConnected()) {
        return;
    }
    qRegisterMetaType<QDBusVariant>();  // without this the slot below is not found
    QDBusConnection wire = bus;
    wire.connect(kPortalService, kPortalPath, kPortalInterface, u"SettingChanged"_s, this,
                 SLOT(takeSetting(QString, QString, QDBusVariant)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(kPortalService, kPortalPath, kPortalInterface, u"Read"_s);
    question.setArguments({QString(kGroup), QString(kKey)});
    auto* watcher = new QDBusPendingCallWatcher(wire.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) {
            takeSetting(kGroup, kKey, reply.value());
        }
        watcher->deleteLater();
    });
}

void ColorSchemePortal::takeSetting(const QString& group, const QString& key,
                                    const QDBusVariant& value)
{
    if (group != kGroup || key != kKey) {
        return;
    }
    // Read() returns a variant inside a variant.
    QVariant plain = value.variant();
    if (plain.canConvert<QDBusVariant>()) {
        plain = plain.value<QDBusVariant>().variant();
    }
    const uint scheme = plain.toUInt();
    const std::optional<bool> isDark =
        scheme == kDark || scheme == kLight ? std::optional(scheme == kDark) : std::nullopt;
    if (isDark != m_isDark) {
        m_isDark = isDark;
        emit changed();
    }
}

}  // namespace quaywatch
