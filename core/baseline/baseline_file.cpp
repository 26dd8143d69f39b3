// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_file.h"

#include "core/base/system_folder.h"
#include "core/base/trusted_file.h"
#include "core/baseline/parse_baseline.h"
#include "core/message/message_list.h"

#include <memory>
#include <utility>

namespace quaywatch {
namespace {

std::string baseName(const std::string& path)
{
    return path.substr(path.find_last_of("/\\") + 1);
}

tl::unexpected<Error> malformed(const BaselineError& error, const std::string& path)
{
    return failure(ErrorCode::Malformed, describe(error, path));
}

Result<Baseline> parsed(const Result<std::string>& text, const std::string& path)
{
    if (!text) {
        return tl::unexpected<Error>(text.error());
    }
    tl::expected<Baseline, BaselineError> baseline = parseBaseline(*text, baseName(path));
    if (!baseline) {
        return malformed(baseline.error(), path);
    }
    return *std::move(baseline);
}

}  // namespace

Result<std::string> defaultBaselinePath()
{
    return configurationFolder().map(
        [](const std::string& folder) { return folder + "/quaywatch/expected.toml"; });
}

std::string systemBaselineFolder()
{
    return systemConfigurationFolder() + "/expected.d";
}

Result<Baseline> loadBaseline(const std::string& path)
{
    return parsed(readTextFile(path, kMaxBaselineBytes), path);
}

Result<Baseline> loadSystemBaseline(const std::string& path)
{
    return parsed(readTrustedFile(path, kMaxBaselineBytes), path);
}

Result<void> editBaseline(const std::string& path, const BaselineEdit& edit)
{
    constexpr int kTries = 5;
    for (int i = 0; i < kTries; ++i) {
        const Result<FileStamp> before = stampOf(path);
        const bool isNew = !before && before.error().code == ErrorCode::NotFound;
        Result<std::string> text = isNew ? Result<std::string>(emptyBaselineText())
                                         : readTextFile(path, kMaxBaselineBytes);
        if (!text) {
            return tl::unexpected<Error>(std::move(text.error()));
        }
        const tl::expected<std::string, BaselineError> edited = edit(*text);
        if (!edited) {
            return malformed(edited.error(), path);
        }
        const Result<FileStamp> after = stampOf(path);
        if (after.has_value() == before.has_value() && (!after || *after == *before)) {
            return replaceTextFile(path, *edited);
        }
    }
    return failure(ErrorCode::SystemError, Message(MessageId::FileKeepsChanging, path));
}

}  // namespace quaywatch
