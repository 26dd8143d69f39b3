// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// First, or moc of Qt 6.4 fails to parse <compare>, which core includes.
#include <QObject>

#include "core/base/job_thread.h"
#include "core/base/result.h"
#include "core/baseline/baseline.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace quaywatch {

/// The entries that expect some listeners. They are in a struct because a signal carries them.
struct ExpectedBy {
    std::vector<BaselineEntry> entries;  ///< In the order of the file, none twice.
    int unmatched = 0;                   ///< Listeners that no entry expects.
    int ofSystem = 0;  ///< Listeners that only an entry of the system expects, which stays.
    std::uint64_t request = 0;  ///< What findExpecting() returned.
};

/// Reads and changes the user's expected.toml off the GUI thread, one job after the other. Lives on
/// the GUI thread; its destructor waits for the running job. Each request returns its number, from
/// 1 on, which the answer repeats: an answer may arrive after the dialog that asked was closed.
class BaselineEditor final : public QObject {
    Q_OBJECT

public:
    /// @param path          Empty if there is no file: every request is refused.
    /// @param systemFolder  Folder of the system's files, which no request changes; empty for none.
    explicit BaselineEditor(std::string path, QObject* parent = nullptr,
                            std::string systemFolder = {});

    [[nodiscard]] const std::string& path() const noexcept { return m_path; }

    /// Answered by changed() or refused(): a port that a file of the system fixes is refused.
    std::uint64_t add(const BaselineEntry& entry);
    /// Adds all of them in one step, or none. Answered by changed() or refused().
    std::uint64_t addAll(const std::vector<BaselineEntry>& entries);
    /// Removes the entry that has the same meaning. Answered by changed() or refused().
    std::uint64_t remove(const BaselineEntry& entry);
    /// Removes all of them in one step, or none. Answered by changed() or refused().
    std::uint64_t removeAll(const std::vector<BaselineEntry>& entries);
    /// Answered by found() or refused(): an entry of the system cannot be removed.
    std::uint64_t findExpecting(const std::vector<SocketRecord>& listeners);

signals:
    void changed(quint64 request);
    void refused(const quaywatch::Error& error, quint64 request);
    void found(const quaywatch::ExpectedBy& by);

private:
    std::uint64_t change(std::function<Result<void>(const std::string& path)> job);

    std::string m_path;
    std::string m_systemFolder;
    std::uint64_t m_requests = 0;
    JobThread m_thread;  // Last: its jobs use the other members.
};

}  // namespace quaywatch
