// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/number_range.h"

#include "core/message/message_list.h"
#include "core/text/text_scan.h"

namespace quaywatch {

tl::expected<std::vector<NumberRange>, FilterError> parseRanges(
    const std::vector<FilterValue>& values, std::uint32_t most, MessageId ifNone)
{
    std::vector<NumberRange> ranges;
    for (const FilterValue& value : values) {
        const std::string_view text = value.text;
        const std::size_t dash = text.find('-');
        const auto first = parseUnsignedUpTo(most, text.substr(0, dash));
        const auto last =
            dash == std::string_view::npos ? first : parseUnsignedUpTo(most, text.substr(dash + 1));
        if (!first || !last) {
            return filterFailure(value.position, Message(ifNone, inQuotes(text), most));
        }
        if (*first > *last) {
            return filterFailure(value.position,
                                 Message(MessageId::RangeInWrongOrder, inQuotes(text)));
        }
        ranges.push_back({*first, *last});
    }
    return ranges;
}

}  // namespace quaywatch
