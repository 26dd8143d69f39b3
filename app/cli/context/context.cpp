// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context/context.h"

#include "core/baseline/baseline_reloader.h"
#include "core/text/display_text.h"

#include <memory>
#include <utility>

namespace quaywatch::cli {

void Context::reportError(std::string_view text) const
{
    constexpr std::size_t kLongestLine = 1000;
    terminal.writeError("quaywatch-cli: " + displayText(text, kLongestLine) + "\n");
}

ExitCode Context::fail(ExitCode code, std::string_view text) const
{
    reportError(text);
    return code;
}

ExitCode Context::fail(const Error& error) const
{
    // Errors in the user's input are full sentences; they need no "malformed" after them.
    return fail(exitCodeOf(error.code),
                error.code == ErrorCode::Malformed ? error.context : describe(error));
}

void Context::reportGaps(const std::vector<Gap>& gaps) const
{
    if (!out.isOpen()) {
        return;
    }
    for (const Gap& gap : gaps) {
        reportError(gapText(gap));
    }
}

std::string Context::baselinePath() const
{
    const Result<std::string> path =
        machine.baselinePath ? machine.baselinePath() : Result<std::string>();
    return path.value_or(std::string());
}

Result<Sampler> Context::openSampler() const
{
    BaselineReloader files(baselinePath(), BaselineReloader::IfMissing::IsNone,
                           machine.systemBaselineFolder);
    files.refresh();
    return openSampler(files.current(), files.problems());
}

Result<Sampler> Context::openSampler(BaselinePtr baseline, std::vector<Gap> problems) const
{
    return machine.openSource().map([&](std::unique_ptr<SocketSource> source) {
        Sampler sampler(std::move(source), machine.askRpcbind, machine.evidence);
        sampler.setBaseline(std::move(baseline), std::move(problems));
        return sampler;
    });
}

Result<SnapshotPtr> Context::takeSnapshot(ReadScope scope) const
{
    Result<Sampler> sampler = openSampler();
    if (!sampler) {
        return tl::unexpected<Error>(std::move(sampler.error()));
    }
    return sampler->sample(scope).map([](const SnapshotUpdate& update) { return update.after; });
}

Result<SnapshotPtr> Context::takeSnapshot(ReadScope scope, BaselinePtr baseline,
                                          std::vector<Gap> problems) const
{
    Result<Sampler> sampler = openSampler(std::move(baseline), std::move(problems));
    if (!sampler) {
        return tl::unexpected<Error>(std::move(sampler.error()));
    }
    return sampler->sample(scope).map([](const SnapshotUpdate& update) { return update.after; });
}

std::string gapText(const Gap& gap)
{
    std::string text;
    if (gap.count && gap.kind == Gap::Kind::Owner) {
        text =
            std::to_string(*gap.count) + (*gap.count == 1 ? " owner hidden: " : " owners hidden: ");
    }
    text += gap.why.english();
    if (!gap.remedy.empty()) {
        text += "; try: " + gap.remedy.english();
    }
    return displayText(text);
}

}  // namespace quaywatch::cli
