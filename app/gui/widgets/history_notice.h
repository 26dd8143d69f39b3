// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/history_writer.h"

#include <QString>

namespace quaywatch {

/// Describes the problem in one sentence.
[[nodiscard]] QString textOf(HistoryProblem problem);

/// Describes the problems of the history, in sentences; empty if there are none.
[[nodiscard]] QString noticeOf(const HistoryStatus& status);

}  // namespace quaywatch
