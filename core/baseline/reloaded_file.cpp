// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/reloaded_file.h"

#include "core/base/trusted_file.h"
#include "core/baseline/baseline_file.h"
#include "core/baseline/parse_baseline.h"

#include <memory>
#include <utility>

namespace quaywatch {
namespace {

bool isSameError(const std::optional<Error>& a, const std::optional<Error>& b)
{
    return a.has_value() == b.has_value() &&
           (!a || (a->code == b->code && a->osCode == b->osCode && a->context == b->context));
}

}  // namespace

ReloadedFile::ReloadedFile(std::string path, Origin origin)
    : m_path(std::move(path))
    , m_origin(origin)
{
}

bool ReloadedFile::refresh()
{
    const bool isSystem = m_origin == Origin::System;
    const Result<FileStamp> stamp = isSystem ? trustedStampOf(m_path) : stampOf(m_path);
    if (stamp && m_stamp == *stamp) {
        return false;
    }
    const BaselinePtr wasCurrent = m_current;
    const std::optional<Error> wasError = std::exchange(m_error, std::nullopt);
    // The stamp is taken before the text is read: a change in between is seen the next time.
    m_stamp = stamp ? std::optional(*stamp) : std::nullopt;
    Result<Baseline> loaded = !stamp     ? tl::unexpected<Error>(stamp.error())
                              : isSystem ? loadSystemBaseline(m_path)
                                         : loadBaseline(m_path);
    if (loaded) {
        m_current = std::make_shared<const Baseline>(*std::move(loaded));
    } else {
        m_error = std::move(loaded.error());
        // Other errors than those in the text can be fixed without another stamp, as with chmod.
        if (m_error->code != ErrorCode::Malformed) {
            m_stamp.reset();
        }
        if (m_error->code == ErrorCode::NotFound) {
            m_current.reset();
        }
    }
    return m_current != wasCurrent || !isSameError(m_error, wasError);
}

}  // namespace quaywatch
