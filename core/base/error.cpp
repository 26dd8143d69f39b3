// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <string_view>
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

struct SystemText {
    std::errc error;
    std::string_view text;
};

// The C library's texts would follow the locale of the process; core always writes English.
constexpr auto kSystemTexts = std::to_array<SystemText>({
    {std::errc::permission_denied, "Permission denied"},
    {std::errc::operation_not_permitted, "Operation not permitted"},
    {std::errc::no_such_file_or_directory, "No such file or directory"},
    {std::errc::file_exists, "File exists"},
    {std::errc::is_a_directory, "Is a directory"},
    {std::errc::not_a_directory, "Not a directory"},
    {std::errc::no_space_on_device, "No space left on device"},
    {std::errc::read_only_file_system, "Read-only file system"},
    {std::errc::io_error, "Input/output error"},
    {std::errc::too_many_files_open, "Too many open files"},
    {std::errc::device_or_resource_busy, "Device or resource busy"},
    {std::errc::too_many_symbolic_link_levels, "Too many levels of symbolic links"},
    {std::errc::filename_too_long, "File name too long"},
    {std::errc::not_enough_memory, "Cannot allocate memory"},
    {std::errc::address_in_use, "Address already in use"},
    {std::errc::connection_refused, "Connection refused"},
    {std::errc::connection_reset, "Connection reset by peer"},
    {std::errc::timed_out, "Connection timed out"},
    {std::errc::network_unreachable, "Network is unreachable"},
    {std::errc::no_such_process, "No such process"},
});

std::string systemWords(int osCode)
{
    const std::error_code code(osCode, std::system_category());
    const auto* const known =
        std::find_if(kSystemTexts.begin(), kSystemTexts.end(),
                     [&code](const SystemText& text) { return code == text.error; });
    return known != kSystemTexts.end() ? std::string(known->text) : code.message();
}

}  // namespace

std::string describe(const Error& error)
{
    std::string text = error.context;
    if (!text.empty()) {
        text += ": ";
    }
    if (error.osCode != 0) {
        text += systemWords(error.osCode);
    } else {
        text += words(error.code);
    }
    return text;
}

}  // namespace quaywatch
