// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/trusted_file.h"
#include "core/message/message_list.h"

#include "core/linux/system/directory_stream.h"
#include "core/linux/system/errno_error.h"
#include "core/linux/system/file_stamp.h"
#include "core/linux/system/read_whole_file.h"
#include "core/linux/system/unique_fd.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>

namespace quaywatch {
namespace {

using linux_backend::DirectoryStream;
using linux_backend::errnoFailure;
using linux_backend::UniqueFd;

/// Names in a folder that are looked at, so that a huge folder costs little.
constexpr std::size_t kMaxNamesSeen = 10'000;

/// Access control lists count, too: their widest permission is that of the group.
Result<void> checkTrust(const struct stat& facts, const std::string& path)
{
    if (facts.st_uid != 0 && facts.st_uid != ::geteuid()) {
        return failure(
            ErrorCode::PermissionDenied,
            Message(MessageId::FileOfAnotherUser, path, static_cast<std::uint64_t>(facts.st_uid)));
    }
    if ((facts.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
        return failure(ErrorCode::PermissionDenied, Message(MessageId::FileWritableByOthers, path));
    }
    return {};
}

/// Who may write the parent folder could put another folder in the place of this one, unless the
/// sticky bit keeps it.
Result<void> checkParent(int folder, const std::string& path)
{
    const std::string parent = path + "/..";
    struct stat facts {};
    if (::fstatat(folder, "..", &facts, 0) != 0) {
        return errnoFailure(errno, parent);
    }
    if ((facts.st_mode & S_ISVTX) != 0) {
        facts.st_mode &= ~static_cast<mode_t>(S_IWGRP | S_IWOTH);
    }
    Result<void> trust = checkTrust(facts, parent);
    if (!trust) {
        std::error_code unknown;
        const std::filesystem::path real = std::filesystem::canonical(parent, unknown);
        trust = checkTrust(facts, unknown ? parent : real.string());
    }
    return trust;
}

Result<void> checkFile(const struct stat& facts, const std::string& path)
{
    return S_ISREG(facts.st_mode)
               ? checkTrust(facts, path)
               : Result<void>(failure(ErrorCode::Unsupported, Message(MessageId::NotAFile, path)));
}

bool isWanted(std::string_view name, std::string_view suffix) noexcept
{
    return !name.starts_with('.') && name.size() > suffix.size() && name.ends_with(suffix);
}

}  // namespace

Result<FileStamp> trustedStampOf(const std::string& path)
{
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) {
        return errnoFailure(errno, path);
    }
    return checkFile(facts, path).map([&facts] { return linux_backend::stampFrom(facts); });
}

Result<std::string> readTrustedFile(const std::string& path, std::size_t limit)
{
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts {};
    if (!file || ::fstat(file.get(), &facts) != 0) {
        return errnoFailure(errno, path);
    }
    return checkFile(facts, path).and_then([&] {
        return linux_backend::readWholeFile(file.get(), path, limit);
    });
}

Result<FileNames> trustedFileNames(const std::string& folder, std::string_view suffix,
                                   std::size_t limit)
{
    const DirectoryStream stream(::opendir(folder.c_str()));
    struct stat facts {};
    if (!stream || ::fstat(::dirfd(stream.get()), &facts) != 0) {
        return errnoFailure(errno, folder);
    }
    const Result<void> trust = checkTrust(facts, folder).and_then([&] {
        return checkParent(::dirfd(stream.get()), folder);
    });
    if (!trust) {
        return tl::unexpected<Error>(trust.error());
    }
    FileNames found;
    // Only this thread reads the stream.
    for (std::size_t i = 0; i < kMaxNamesSeen; ++i) {
        errno = 0;
        const dirent* const entry = ::readdir(stream.get());  // NOLINT(concurrency-mt-unsafe)
        if (entry == nullptr && errno != 0) {
            return errnoFailure(errno, folder);
        }
        if (entry == nullptr) {
            break;
        }
        const std::string_view name(static_cast<const char*>(entry->d_name));
        if (isWanted(name, suffix)) {
            found.names.emplace_back(name);
        }
    }
    std::sort(found.names.begin(), found.names.end());
    if (found.names.size() > limit) {
        found.leftOut = found.names.size() - limit;
        found.names.resize(limit);
    }
    return found;
}

}  // namespace quaywatch
