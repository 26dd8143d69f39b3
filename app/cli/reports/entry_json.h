// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline.h"
#include "core/text/json_writer.h"

namespace quaywatch::cli {

/// Writes the entry's members in JSON, without the braces.
void writeEntryMembers(JsonWriter& json, const BaselineEntry& entry);

}  // namespace quaywatch::cli
