// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/process_info.h"

#include "core/base/token_table.h"

#include <array>

namespace quaywatch {

std::string_view token(ProcessState state) noexcept
{
    static constexpr std::array<std::string_view, 3> kTokens{"stopped", "tracing", "zombie"};
    return tokenIn(kTokens, state);
}

std::string executedProgram(const ProcessInfo& process)
{
    const std::string loader = process.exe.value_or("");
    return process.runs ? loader + " " + *process.runs : loader;
}

}  // namespace quaywatch
