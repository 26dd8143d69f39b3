// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/registry/packed_registry.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// A registry table that was read at run time. Immutable; any thread.
class RegistryData {
public:
    /// @param text  A table in the format of parseRegistryTable().
    /// @return Malformed, with the number of the line.
    [[nodiscard]] static Result<std::shared_ptr<const RegistryData>> read(std::string_view text);

    RegistryData(const RegistryData&) = delete;
    RegistryData& operator=(const RegistryData&) = delete;
    ~RegistryData() = default;

    [[nodiscard]] PackedTable table() const noexcept { return {m_rows, m_text}; }
    [[nodiscard]] const std::string& date() const noexcept { return m_date; }
    [[nodiscard]] const std::string& importedOn() const noexcept { return m_importedOn; }
    [[nodiscard]] const std::string& importedFrom() const noexcept { return m_importedFrom; }

private:
    RegistryData() = default;

    std::vector<PackedRow> m_rows;
    std::string m_text;
    std::string m_date;
    std::string m_importedOn;
    std::string m_importedFrom;
};

using LoadedRegistryPtr = std::shared_ptr<const RegistryData>;

}  // namespace quaywatch
