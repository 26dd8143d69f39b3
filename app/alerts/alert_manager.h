// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/alerts/alert_file.h"
#include "core/watch/alert_list.h"
#include "core/watch/alert_states.h"

#include <QObject>

#include <cstdint>
#include <string>
#include <vector>

namespace quaywatch {

class Settings;

/// Holds the alerts of this run, with their state for the user. Receives alerts from the monitor
/// and reports new ones to the views and the desktop. Mutes are kept between runs. Acknowledgements
/// and the times when alerts were first seen are kept too, as long as the subject of the alert
/// exists. Belongs to the GUI thread. Only the constructor, which reads one small file, and the
/// destructor wait for the disk.
class AlertManager final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertManager)

public:
    using Time = std::chrono::system_clock::time_point;

    /// @param settings  Where the mutes are kept; must outlive this object.
    /// @param path      File for the acknowledgements; empty: they are not kept.
    explicit AlertManager(Settings& settings, const std::string& path = {},
                          QObject* parent = nullptr);
    ~AlertManager() override;

    /// For MonitorController::updated(). Call it before add() with the alerts of that update.
    /// Forgets the records whose subject no longer exists.
    void follow(const SnapshotUpdate& update);
    /// For MonitorController::alerted(). Repeated alerts are counted, but not reported again.
    void add(const std::vector<Alert>& alerts);

    /// Newest first.
    [[nodiscard]] const std::vector<AlertEntry>& entries() const noexcept
    {
        return m_book.entries();
    }
    /// Returns the entry, or null if it does not exist (any more). Valid until the next change.
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
    /// Drops the mutes that have expired.
    void dropExpired(Time now);

    /// Why the acknowledgements cannot be kept, in the language of the window; empty if they can.
    [[nodiscard]] const QString& problem() const noexcept { return m_file.problem(); }

signals:
    /// Entries were added, changed or removed; entries() returns the new list.
    void changed();
    /// The entry is worth a notification: it is new or has occurred again, and it is neither muted
    /// nor was it dealt with in an earlier run. Emitted after changed().
    void reported(const quaywatch::AlertEntry& entry);
    void unreadChanged(int count);
    void mutesChanged();
    /// Reports the text of problem(), once.
    void problemFound(const QString& problem);

private:
    /// @return The id of the entry if it is worth a notification, otherwise 0.
    std::uint64_t take(const Alert& alert);
    void reportChange();
    void keepMutes();
    void keepRecords();

    Settings& m_settings;
    AlertList m_book;
    AlertStates m_records;
    AlertFile m_file;
    int m_unread = 0;  // as last reported
};

}  // namespace quaywatch
