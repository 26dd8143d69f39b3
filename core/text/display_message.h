// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"

namespace quaywatch {

/// The message with displayText() applied to every text in it, so that it is safe to show.
[[nodiscard]] Message displayMessage(const Message& message);

}  // namespace quaywatch
