// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/registry/registry_records.h"

#include <string_view>

namespace quaywatch {

/// Reads XML. A document type, which could declare entities, is refused.
[[nodiscard]] Result<RegistryRecords> readRegistryXml(std::string_view text);

}  // namespace quaywatch
