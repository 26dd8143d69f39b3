// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/history_writer.h"

#include <QString>

namespace quaywatch {

/// The problem in a sentence.
[[nodiscard]] QString textOf(HistoryProblem problem);

/// What is wrong with the history, in sentences; empty if nothing is.
[[nodiscard]] QString noticeOf(const HistoryStatus& status);

}  // namespace quaywatch
