// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/registry/registry_records.h"

#include <string_view>

namespace quaywatch {

/// Reads CSV: RFC 4180, columns by their names in the first line. The text must end with a line
/// end, so that a truncated file is detected.
[[nodiscard]] Result<RegistryRecords> readRegistryCsv(std::string_view text);

}  // namespace quaywatch
