// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert_book.h"

#include <QObject>

#include <cstdint>
#include <vector>

namespace quaywatch {

class Settings;

/// The alerts of this run as a person works with them: takes in what the monitor tells, and tells
/// the views and the desktop what is new. Mutes outlive the program, alerts do not (the history
/// keeps those). Belongs to the GUI thread.
class AlertKeeper final : public QObject {
    Q_OBJECT

public:
    using Time = std::chrono::system_clock::time_point;

    /// @param settings  Where the mutes are kept; must outlive this.
    explicit AlertKeeper(Settings& settings, QObject* parent = nullptr);

    /// Of MonitorController::alerted(): repeats among them are counted, not told.
    void add(const std::vector<Alert>& alerts);

    /// Newest first.
    [[nodiscard]] const std::vector<AlertEntry>& entries() const noexcept
    {
        return m_book.entries();
    }
    /// Null if there is none such (any more). Valid until the next change.
    [[nodiscard]] const AlertEntry* find(std::uint64_t id) const noexcept
    {
        return m_book.find(id);
    }
    [[nodiscard]] int unreadCount() const noexcept;
    [[nodiscard]] const std::vector<Mute>& mutes() const noexcept { return m_book.mutes(); }

    void acknowledge(const std::vector<std::uint64_t>& ids);
    void acknowledgeAll();
    void mute(const Mute& mute);
    void unmute(const Mute::Scope& scope);
    /// Drops the mutes whose time is over.
    void dropExpired(Time now);

signals:
    /// Entries came, changed or went; entries() has them.
    void changed();
    /// Worth a notification: new or come again, and not muted. Behind changed().
    void told(const quaywatch::AlertEntry& entry);
    void unreadChanged(int count);
    void mutesChanged();

private:
    void tellChange();
    void keepMutes();

    Settings& m_settings;
    AlertBook m_book;
    int m_unread = 0;  // as it was told last
};

}  // namespace quaywatch
