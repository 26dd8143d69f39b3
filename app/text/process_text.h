// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/process_info.h"

#include <QCoreApplication>
#include <QString>

namespace quaywatch {

/// The name of a process, as the window shows it. Plain text. Thread-safe.
class ProcessText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::ProcessText)

public:
    /// "node server.js in ~/shop" for an interpreter, otherwise the name; "nginx (stopped)" if its
    /// state explains why it does not respond.
    [[nodiscard]] static QString whole(const ProcessInfo& info);
    /// The same without the state.
    [[nodiscard]] static QString program(const ProcessInfo& info);
    /// The same for a narrow cell, what differs first: "server.js - node", "nginx (stopped)".
    [[nodiscard]] static QString brief(const ProcessInfo& info);
};

}  // namespace quaywatch
