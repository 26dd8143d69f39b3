// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/snapshot.h"

#include "core/base/token_table.h"

#include <array>

namespace quaywatch {
namespace {

constexpr std::array<std::string_view, 7> kGapKinds{"owner",   "table",  "namespace", "rpc",
                                                    "process", "events", "baseline"};

}  // namespace

std::string_view token(Gap::Kind kind) noexcept
{
    return tokenIn(kGapKinds, kind);
}

}  // namespace quaywatch
