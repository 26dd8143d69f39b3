// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/terminal.h"
#include "core/process/process_inspector.h"
#include "core/sockets/snapshot.h"

#include <string>
#include <vector>

namespace quaywatch::cli {

/// One process and its sockets.
struct ProcessReport {
    ProcessDetails details;
    std::vector<const SocketRecord*> sockets;  ///< In the snapshot they were found in.
};

/// The document of `inspect --json`.
/// @param gaps  The gaps of the snapshot; those of the processes are added.
[[nodiscard]] std::string reportsJson(const std::vector<ProcessReport>& reports,
                                      const std::vector<Gap>& gaps);

/// The processes for people: each with its name, and one line per fact. Where a process has more
/// than a few children that run the same program and hold the same port, these are only named.
/// @param terminal  Supplies the width, and the user's time of day.
[[nodiscard]] std::string reportsText(const std::vector<ProcessReport>& reports,
                                      const Terminal& terminal);

}  // namespace quaywatch::cli
