// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/text_table.h"
#include "core/text/display_text.h"
#include "core/text/json_writer.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace quaywatch;

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

}  // namespace

// For any bytes: shown, truncated, laid out or JSON text is safe for a terminal and within its
// limit. The first byte is the limit.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::size_t limit = size == 0 ? 0 : data[0];
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);

    const std::string full = fullDisplayText(bytes);
    require(isPrintable(full) && fullDisplayText(full) == full);
    require(displayWidth(full) <= full.size());

    const std::string shown = displayText(bytes, limit);
    require(isPrintable(shown) && shown.size() <= limit);

    const std::string cut = cutToWidth(full, limit);
    require(isPrintable(cut) && displayWidth(cut) <= limit);

    TextTable table({{.header = "A", .weight = 1, .leastWidth = 1}, {.header = "B"}});
    table.addRow({std::string(bytes), "b"});
    for (const std::string& line : table.lines(limit)) {
        require(isPrintable(line) && (limit < 4 || displayWidth(line) <= limit));
    }

    std::string json;
    JsonWriter(json).value(bytes);
    require(isPrintable(json) && json.size() >= 2 && json.front() == '"' && json.back() == '"');
    return 0;
}
