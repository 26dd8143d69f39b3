// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/baseline_access.h"

#include "core/baseline/baseline_file.h"
#include "core/baseline/baseline_text.h"
#include "core/baseline/drift.h"

namespace quaywatch::cli {

Result<std::string> baselinePath(const Context& context, const std::optional<std::string>& named)
{
    if (named) {
        if (named->empty()) {
            return failure(ErrorCode::Malformed, "--baseline needs the name of a file");
        }
        return *named;
    }
    if (!context.machine.baselinePath) {
        return failure(ErrorCode::NotFound, "this user's baseline");
    }
    return context.machine.baselinePath();
}

ExitCode failBaseline(const Context& context, const Error& error)
{
    if (error.code == ErrorCode::NotFound) {
        return context.fail(
            ExitCode::Usage,
            describe(error).english() +
                "; `quaywatch-cli baseline init` creates one from the current listeners");
    }
    return context.fail(error);
}

PortRange ephemeralPorts(const Context& context)
{
    constexpr PortRange kDynamic{49152, 65535};
    return context.machine.bindRules().ephemeralPorts.value_or(kDynamic);
}

}  // namespace quaywatch::cli
