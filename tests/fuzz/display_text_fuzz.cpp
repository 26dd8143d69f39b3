// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/display_text.h"
#include "core/json_writer.h"
#include "core/text_table.h"
#include "core/unicode.h"

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

/// Valid UTF-8 of showable characters, apart from the replacement character.
bool isFit(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        if (!step.character || !isShowable(*step.character)) {
            return false;
        }
        at += step.size;
    }
    return true;
}

}  // namespace

// Whatever the bytes: what is shown, cut, laid out or written as JSON is fit for a terminal and
// within its limit. The first byte is the limit.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::size_t limit = size == 0 ? 0 : data[0];
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);

    const std::string full = fullDisplayText(bytes);
    require(isFit(full) && fullDisplayText(full) == full);
    require(displayWidth(full) <= full.size());

    const std::string shown = displayText(bytes, limit);
    require(isFit(shown) && shown.size() <= limit);

    const std::string cut = cutToWidth(full, limit);
    require(isFit(cut) && displayWidth(cut) <= limit);

    TextTable table({{.header = "A", .weight = 1, .leastWidth = 1}, {.header = "B"}});
    table.addRow({std::string(bytes), "b"});
    for (const std::string& line : table.lines(limit)) {
        require(isFit(line) && (limit < 4 || displayWidth(line) <= limit));
    }

    std::string json;
    JsonWriter(json).value(bytes);
    require(isFit(json) && json.size() >= 2 && json.front() == '"' && json.back() == '"');
    return 0;
}
