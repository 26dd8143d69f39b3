// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/text/json_writer.h"
#include "core/watch/alert.h"

namespace quaywatch {

/// Writes the members of an alert's event in `watch --json` from "severity" on, without the braces.
void writeAlertMembers(JsonWriter& json, const Alert& alert);

}  // namespace quaywatch
