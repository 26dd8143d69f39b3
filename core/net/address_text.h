// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace quaywatch {

/// An address as the program prints it, in two parts: "fe80::1%eth0", "0.0.0.0%lo", "[fe80::1%2]",
/// "fe80::1%eth0/64".
struct AddressText {
    std::string address;  ///< Without brackets and device: "fe80::1/64".
    std::string device;   ///< The name or number of the network device; empty if none is named.
};

/// Splits it. Does not check either part. A "%" without a device stays in the address, so that it
/// is found to be none.
[[nodiscard]] AddressText splitAddressText(std::string_view text);

}  // namespace quaywatch
