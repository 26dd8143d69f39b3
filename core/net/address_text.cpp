// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/address_text.h"

#include <cstddef>
#include <utility>

namespace quaywatch {

AddressText splitAddressText(std::string_view text)
{
    if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
        text = text.substr(1, text.size() - 2);
    }
    const std::size_t percent = text.find('%');
    if (percent == std::string_view::npos) {
        return {std::string(text), {}};
    }
    // The name of a device contains no slash.
    const std::size_t slash = text.find('/', percent);
    const std::string_view device = text.substr(percent + 1, slash - percent - 1);
    if (device.empty()) {
        return {std::string(text), {}};
    }
    std::string address(text.substr(0, percent));
    if (slash != std::string_view::npos) {
        address += text.substr(slash);
    }
    return {std::move(address), std::string(device)};
}

}  // namespace quaywatch
