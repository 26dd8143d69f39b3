// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/baseline_access.h"

#include "core/baseline/baseline_file.h"
#include "core/baseline/baseline_text.h"
#include "core/baseline/drift.h"
#include "core/message/message_list.h"
#include "core/text/shell_quote.h"

#include <memory>
#include <utility>

namespace quaywatch::cli {
namespace {

/// Whether the system names no folder for the user's own baseline, so that none can be created.
bool isHomeless(const Error& error)
{
    return error.context.id() == MessageId::NoHomeForSettings;
}

}  // namespace

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

ExitCode failBaseline(const Context& context, const Error& error,
                      const std::optional<std::string>& named)
{
    if (isHomeless(error)) {
        return context.fail(ExitCode::Usage,
                            error.context.english() + "; name a file with --baseline FILE");
    }
    if (error.code == ErrorCode::NotFound) {
        return context.fail(ExitCode::Usage, describe(error).english() +
                                                 "; `quaywatch-cli baseline init" +
                                                 (named ? " -b " + shellQuote(*named) : "") +
                                                 "` creates one from the current listeners");
    }
    // A folder or a device is not a baseline.
    return error.code == ErrorCode::Unsupported ? context.fail(ExitCode::Usage, describe(error))
                                                : context.fail(error);
}

Result<BaselinePtr> namedBaseline(const std::string& named)
{
    return loadBaseline(named).map([](Baseline baseline) -> BaselinePtr {
        return std::make_shared<const Baseline>(std::move(baseline));
    });
}

std::optional<ExitCode> checkChoice(const Context& context, const BaselineChoice& choice)
{
    if (choice.named && choice.isSystem) {
        return context.fail(ExitCode::Usage,
                            "--baseline and --system name different files; use one of them");
    }
    return std::nullopt;
}

BaselineReloader reloaderOf(const Context& context, const BaselineChoice& choice)
{
    using IfMissing = BaselineReloader::IfMissing;
    if (choice.named) {
        return BaselineReloader(*choice.named, IfMissing::IsProblem);
    }
    return BaselineReloader(choice.isSystem ? std::string() : context.baselinePath(),
                            IfMissing::IsNone, context.machine.systemBaselineFolder);
}

std::optional<Gap> missingHomeGap(const Context& context)
{
    if (!context.machine.baselinePath) {
        return std::nullopt;
    }
    const Result<std::string> path = context.machine.baselinePath();
    if (path || !isHomeless(path.error())) {
        return std::nullopt;
    }
    return Gap{Gap::Kind::Baseline, std::nullopt,
               Message(MessageId::NoBaselineActive, path.error().context),
               Message(MessageId::NameABaseline)};
}

PortRange ephemeralPorts(const Context& context)
{
    constexpr PortRange kDynamic{49152, 65535};
    return context.machine.bindRules().ephemeralPorts.value_or(kDynamic);
}

}  // namespace quaywatch::cli
