// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_data.h"

#include "core/registry/registry_table.h"

namespace quaywatch {

Result<LoadedRegistryPtr> RegistryData::read(std::string_view text)
{
    const Result<RegistryTable> table = parseRegistryTable(text);
    if (!table) {
        return tl::unexpected<Error>(table.error());
    }
    const std::shared_ptr<RegistryData> loaded(new RegistryData);
    loaded->m_date = table->date;
    loaded->m_importedOn = table->importedOn;
    loaded->m_importedFrom = table->importedFrom;
    loaded->m_rows.reserve(table->rows.size());
    loaded->m_text.reserve(text.size());
    for (const RegistryTableRow& each : table->rows) {
        PackedRow row;
        row.textOffset = static_cast<std::uint32_t>(loaded->m_text.size());
        row.descriptionSize = static_cast<std::uint16_t>(each.description.size());
        row.first = each.ports.first;
        row.last = each.ports.last;
        row.namesSize = static_cast<std::uint8_t>(each.names.packed().size());
        row.protocols = static_cast<std::uint8_t>(each.protocols & 0xFU);
        row.state = static_cast<std::uint8_t>(static_cast<unsigned>(each.state) & 0xFU);
        loaded->m_text.append(each.names.packed()).append(each.description);
        loaded->m_rows.push_back(row);
    }
    return loaded;
}

}  // namespace quaywatch
