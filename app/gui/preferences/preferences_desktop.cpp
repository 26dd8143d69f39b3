// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/preferences/preferences_page.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

class DesktopPage final : public PreferencesPage {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::DesktopPage)

public:
    DesktopPage(bool hasTray, QWidget* parent);

    void load(const SettingsValues& values) override;
    void store(SettingsValues& values) const override;

private:
    void buildTray();
    void updateTray();

    bool m_hasTray;
    QCheckBox* m_notifications = nullptr;
    QCheckBox* m_trayIcon = nullptr;
    QCheckBox* m_closesToTray = nullptr;
    QCheckBox* m_startsWithSession = nullptr;
};

DesktopPage::DesktopPage(bool hasTray, QWidget* parent)
    : PreferencesPage(tr("Notifications and tray"), parent)
    , m_hasTray(hasTray)
{
    addHeading(tr("Alerts"));
    m_notifications = addBox(u"notifications"_s, tr("Show &notifications of alerts"));
    addHint(tr("The Alerts view lists all alerts, with or without notifications."));
    addHeading(tr("Tray"));
    buildTray();
    addHeading(tr("Session"));
    m_startsWithSession = addBox(u"startWithSession"_s, tr("&Start Quaywatch when I log in"));
    column().addStretch(1);
}

void DesktopPage::buildTray()
{
    m_trayIcon = addBox(u"trayIcon"_s, tr("Show an &icon in the tray"));
    m_closesToTray = addBox(u"closeToTray"_s, tr("&Keep running in the tray when closed"));
    connect(m_trayIcon, &QCheckBox::toggled, this, &DesktopPage::updateTray);
    if (!m_hasTray) {
        addHint(tr("This desktop has no tray: closing the window quits Quaywatch."))
            ->setObjectName(u"noTray"_s);
    }
    updateTray();
}

/// Closing to the tray needs the icon: without it a closed window could not be opened again.
void DesktopPage::updateTray()
{
    m_trayIcon->setEnabled(m_hasTray);
    m_closesToTray->setEnabled(m_hasTray && m_trayIcon->isChecked());
}

void DesktopPage::load(const SettingsValues& values)
{
    m_notifications->setChecked(values.hasNotifications);
    m_trayIcon->setChecked(values.hasTrayIcon);
    m_closesToTray->setChecked(values.closesToTray);
    m_startsWithSession->setChecked(values.startsWithSession);
}

void DesktopPage::store(SettingsValues& values) const
{
    values.hasNotifications = m_notifications->isChecked();
    values.hasTrayIcon = m_trayIcon->isChecked();
    values.closesToTray = m_closesToTray->isChecked();
    values.startsWithSession = m_startsWithSession->isChecked();
}

}  // namespace

PreferencesPage* makeDesktopPage(bool hasTray, QWidget* parent)
{
    return new DesktopPage(hasTray, parent);
}

}  // namespace quaywatch
