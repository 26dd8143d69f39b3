// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"

#include "core/message/message_list.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace quaywatch {
namespace {

MessageId messageOf(ErrorCode code)
{
    switch (code) {
        case ErrorCode::PermissionDenied:
            return MessageId::NotPermitted;
        case ErrorCode::NotFound:
            return MessageId::NotFound;
        case ErrorCode::Unsupported:
            return MessageId::NotSupported;
        case ErrorCode::Malformed:
            return MessageId::Malformed;
        case ErrorCode::TimedOut:
            return MessageId::NoAnswerInTime;
        case ErrorCode::SystemError:
            return MessageId::SystemFailed;
    }
    return MessageId::SystemFailed;
}

struct SystemText {
    std::errc error;
    MessageId text;
};

// The C library's texts would follow the locale of the process; core always writes English.
constexpr auto kSystemTexts = std::to_array<SystemText>({
    {std::errc::permission_denied, MessageId::SystemPermissionDenied},
    {std::errc::operation_not_permitted, MessageId::SystemOperationNotPermitted},
    {std::errc::no_such_file_or_directory, MessageId::SystemNoSuchFileOrDirectory},
    {std::errc::file_exists, MessageId::SystemFileExists},
    {std::errc::is_a_directory, MessageId::SystemIsADirectory},
    {std::errc::not_a_directory, MessageId::SystemNotADirectory},
    {std::errc::no_space_on_device, MessageId::SystemNoSpaceOnDevice},
    {std::errc::read_only_file_system, MessageId::SystemReadOnlyFileSystem},
    {std::errc::io_error, MessageId::SystemIoError},
    {std::errc::too_many_files_open, MessageId::SystemTooManyFilesOpen},
    {std::errc::device_or_resource_busy, MessageId::SystemDeviceOrResourceBusy},
    {std::errc::too_many_symbolic_link_levels, MessageId::SystemTooManySymbolicLinkLevels},
    {std::errc::filename_too_long, MessageId::SystemFilenameTooLong},
    {std::errc::not_enough_memory, MessageId::SystemNotEnoughMemory},
    {std::errc::address_in_use, MessageId::SystemAddressInUse},
    {std::errc::connection_refused, MessageId::SystemConnectionRefused},
    {std::errc::connection_reset, MessageId::SystemConnectionReset},
    {std::errc::timed_out, MessageId::SystemTimedOut},
    {std::errc::network_unreachable, MessageId::SystemNetworkUnreachable},
    {std::errc::no_such_process, MessageId::SystemNoSuchProcess},
});

Message systemMessage(int osCode)
{
    const std::error_code code(osCode, std::system_category());
    const auto* const known =
        std::find_if(kSystemTexts.begin(), kSystemTexts.end(),
                     [&code](const SystemText& text) { return code == text.error; });
    return known != kSystemTexts.end() ? Message(known->text) : Message(code.message());
}

}  // namespace

Message describe(const Error& error)
{
    Message cause =
        error.osCode != 0 ? systemMessage(error.osCode) : Message(messageOf(error.code));
    return error.context.empty() ? cause
                                 : Message(MessageId::Labeled, error.context, std::move(cause));
}

}  // namespace quaywatch
