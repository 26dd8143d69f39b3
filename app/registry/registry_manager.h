// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/job_thread.h"
#include "core/registry/registry_file.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <QByteArray>
#include <QObject>
#include <QString>
#include <string>
#include <string_view>

namespace quaywatch {

using ImportedRegistryPtr = std::shared_ptr<const ImportedRegistry>;

/// The registry that the user has imported, or is about to import. Reads, compares and writes on
/// its own thread and answers on the thread it lives on, the GUI thread. The active registry
/// changes only on the GUI thread, so it cannot change while that thread sorts. The destructor
/// waits for the running job.
class RegistryManager final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegistryManager)

public:
    using Now = std::function<std::chrono::system_clock::time_point()>;

    /// Activates the registry that was imported before, if it is the newest.
    /// @param path  Path of registry.tsv; empty if this user has no home folder.
    explicit RegistryManager(std::string path, Now now = std::chrono::system_clock::now,
                             QObject* parent = nullptr);
    ~RegistryManager() override;

    /// The state of registry.tsv at the start.
    [[nodiscard]] const RegistryLoadResult& start() const noexcept { return m_start; }
    [[nodiscard]] const std::string& path() const noexcept { return m_path; }
    /// Whether a registry.tsv exists, usable or not.
    [[nodiscard]] bool hasFile() const noexcept { return m_hasFile; }

    /// Answered by prepared() or refused(), unless forget() or another request comes first.
    void readFile(const QString& file);
    void readBytes(const QByteArray& bytes, const QString& from);
    /// Drops the running request, if any.
    void forget() noexcept { ++m_question; }

    /// Answered by changed() or failed().
    void use(const ImportedRegistryPtr& imported);
    void useBuiltIn();

signals:
    /// The registry can be used; nothing has changed yet.
    void prepared(const quaywatch::ImportedRegistryPtr& imported);
    /// @param why  A sentence without its full stop; plain text.
    void refused(const QString& why);
    /// Another registry is active.
    void changed();
    void failed(const quaywatch::Error& error);

private:
    /// Runs `work` on the other thread, then runs the function that it returns on this thread.
    template <class Work>
    void run(Work work);
    [[nodiscard]] Result<ImportedRegistryPtr> read(std::string_view bytes,
                                                   const std::string& from) const;
    void answer(std::uint64_t question, const Result<ImportedRegistryPtr>& imported);

    const std::string m_path;
    const Now m_now;
    const RegistryLoadResult m_start;
    bool m_hasFile;
    std::uint64_t m_question = 0;
    JobThread m_thread;  // Last: its jobs use the other members.
};

}  // namespace quaywatch
