// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"

#include <system_error>

namespace quaywatch {
namespace {

std::string_view words(ErrorCode code)
{
    switch (code) {
        case ErrorCode::PermissionDenied:
            return "not permitted";
        case ErrorCode::NotFound:
            return "not found";
        case ErrorCode::Unsupported:
            return "not supported by this system";
        case ErrorCode::Malformed:
            return "malformed";
        case ErrorCode::TimedOut:
            return "no answer in time";
        case ErrorCode::SystemError:
            return "the system failed";
    }
    return {};
}

}  // namespace

std::string describe(const Error& error)
{
    std::string text = error.context;
    if (!text.empty()) {
        text += ": ";
    }
    if (error.osCode != 0) {
        text += std::system_category().message(error.osCode);
    } else {
        text += words(error.code);
    }
    return text;
}

}  // namespace quaywatch
