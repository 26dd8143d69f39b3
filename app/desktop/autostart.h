// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <optional>

namespace quaywatch {

/// The file that makes the desktop start this program, hidden, with the session. A file of that
/// name that another program or person wrote is never changed. Blocks on the disk.
class Autostart {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::Autostart)

public:
    /// @param folder  Need not exist.
    /// @param program  Absolute path of the program to start.
    Autostart(const QString& folder, QString program);

    /// The XDG autostart folder of this user.
    [[nodiscard]] static QString defaultFolder();

    /// Whether the session starts the program: our file exists and nobody has disabled it.
    [[nodiscard]] bool isOn() const;
    /// @return The problem, in one sentence; empty if there is none.
    [[nodiscard]] QString setOn(bool isOn) const;

    [[nodiscard]] const QString& path() const noexcept { return m_path; }

    /// Quotes an argument for the Exec line of a desktop file; empty if it cannot be written there.
    [[nodiscard]] static std::optional<QString> quoted(const QString& argument);

private:
    enum class State : std::uint8_t { Missing, Ours, OursDisabled, Foreign };
    [[nodiscard]] State state() const;

    QString m_path;
    QString m_program;
};

}  // namespace quaywatch
