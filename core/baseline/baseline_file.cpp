// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_file.h"

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

}  // namespace

Result<std::string> defaultBaselinePath()
{
    return configurationFolder().map(
        [](const std::string& folder) { return folder + "/quaywatch/expected.toml"; });
}

Result<Baseline> loadBaseline(const std::string& path)
{
    const Result<std::string> text = readTextFile(path, kMaxBaselineBytes);
    if (!text) {
        return tl::unexpected<Error>(text.error());
    }
    tl::expected<Baseline, BaselineError> baseline = parseBaseline(*text, baseName(path));
    if (!baseline) {
        return malformed(baseline.error(), path);
    }
    return *std::move(baseline);
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

BaselineReloader::BaselineReloader(std::string path, IfMissing ifMissing)
    : m_path(std::move(path))
    , m_ifMissing(ifMissing)
{
}

bool BaselineReloader::refresh()
{
    if (m_path.empty()) {
        return false;
    }
    const BaselinePtr wasCurrent = m_current;
    const std::optional<Gap> wasProblem = m_problem;
    const Result<FileStamp> stamp = stampOf(m_path);
    if (stamp && m_stamp == *stamp) {
        return false;
    }
    // The stamp is taken before the text is read: a change in between is seen the next time.
    m_stamp = stamp ? std::optional(*stamp) : std::nullopt;
    Result<Baseline> loaded = stamp ? loadBaseline(m_path) : tl::unexpected<Error>(stamp.error());
    m_problem.reset();
    if (loaded) {
        m_current = std::make_shared<const Baseline>(*std::move(loaded));
    } else if (loaded.error().code == ErrorCode::NotFound && m_ifMissing == IfMissing::IsNone) {
        m_current.reset();
    } else {
        const Error& error = loaded.error();
        m_problem =
            Gap{Gap::Kind::Baseline,
                std::nullopt,
                Message(m_current ? MessageId::PreviousBaselineStays : MessageId::NoBaselineActive,
                        error.code == ErrorCode::Malformed ? error.context : describe(error)),
                {}};
    }
    return m_current != wasCurrent || m_problem != wasProblem;
}

}  // namespace quaywatch
