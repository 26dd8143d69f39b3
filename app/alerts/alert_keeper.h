// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/alerts/alert_file.h"
#include "core/watch/alert_book.h"
#include "core/watch/alert_records.h"

#include <QObject>

#include <cstdint>
#include <string>
#include <vector>

namespace quaywatch {

class Settings;

/// The alerts of this run as a person works with them: takes in what the monitor tells, and tells
/// the views and the desktop what is new. Mutes outlive the program, and so does what a person has
/// acknowledged and when an alert was first seen, for as long as what it speaks of stands. Belongs
/// to the GUI thread; nothing here waits for the disk but the constructor, for one small file, and
/// the destructor.
class AlertKeeper final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertKeeper)

public:
    using Time = std::chrono::system_clock::time_point;

    /// @param settings  Where the mutes are kept; must outlive this.
    /// @param path      Of the file of what was acknowledged; empty: it is not kept.
    explicit AlertKeeper(Settings& settings, const std::string& path = {},
                         QObject* parent = nullptr);
    ~AlertKeeper() override;

    /// Of MonitorController::updated(), before the alerts that come of it: what has gone is
    /// forgotten.
    void follow(const SnapshotUpdate& update);
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

    /// Why what was acknowledged cannot be kept, in the language of the window; empty if it can.
    [[nodiscard]] const QString& problem() const noexcept { return m_file.problem(); }

signals:
    /// Entries came, changed or went; entries() has them.
    void changed();
    /// Worth a notification: new or come again, and neither muted nor dealt with in an earlier run.
    /// Behind changed().
    void reported(const quaywatch::AlertEntry& entry);
    void unreadChanged(int count);
    void mutesChanged();
    /// What problem() says, once.
    void problemFound(const QString& problem);

private:
    /// @return Its entry, if that is worth telling; else 0.
    std::uint64_t take(const Alert& alert);
    void tellChange();
    void keepMutes();
    void keepRecords();

    Settings& m_settings;
    AlertBook m_book;
    AlertRecords m_records;
    AlertFile m_file;
    int m_unread = 0;  // as it was told last
};

}  // namespace quaywatch
