// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text_file.h"
#include "core/message/message_list.h"

#include "core/linux/system/errno_error.h"
#include "core/linux/system/file_modes.h"
#include "core/linux/system/file_stamp.h"
#include "core/linux/system/folders.h"
#include "core/linux/system/read_whole_file.h"
#include "core/linux/system/unique_fd.h"
#include "core/linux/system/write_all.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace quaywatch {
namespace {

using linux_backend::errnoFailure;
using linux_backend::folderOf;
using linux_backend::kPermissionBits;
using linux_backend::kPrivateFile;
using linux_backend::kSharedFile;
using linux_backend::UniqueFd;

/// Resolves symbolic links, also where the last one refers to a file that does not exist yet.
Result<std::string> resolveSymlinks(std::string path)
{
    constexpr int kMaxSymlinks = 40;
    for (int i = 0; i < kMaxSymlinks; ++i) {
        std::array<char, PATH_MAX> target{};
        const ssize_t size = ::readlink(path.c_str(), target.data(), target.size());
        if (size < 0) {
            return path;  // No symbolic link, or no file.
        }
        const std::string text(target.data(), static_cast<std::size_t>(size));
        path = text.starts_with('/') ? text : folderOf(path).append("/").append(text);
    }
    return errnoFailure(ELOOP, Message(MessageId::OpenFile, path));
}

/// A temporary file in the folder of another file. It replaces that file in takePlace(), otherwise
/// the destructor removes it.
class AtomicFileWriter {
public:
    AtomicFileWriter(std::string path, FilePrivacy privacy)
        : m_path(std::move(path))
        , m_temporary(nameBeside(m_path))
        , m_permissions(privacy == FilePrivacy::Private ? kPrivateFile : kSharedFile)
    {
    }
    AtomicFileWriter(const AtomicFileWriter&) = delete;
    AtomicFileWriter& operator=(const AtomicFileWriter&) = delete;
    ~AtomicFileWriter()
    {
        if (m_file) {
            ::unlink(m_temporary.c_str());
        }
    }

    [[nodiscard]] Result<void> create()
    {
        m_file.reset(
            ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, m_permissions));
        if (!m_file) {
            return errnoFailure(errno, Message(MessageId::WriteTemporaryFile, m_path));
        }
        struct stat facts {};
        if (::stat(m_path.c_str(), &facts) == 0) {
            if (!S_ISREG(facts.st_mode)) {
                return failure(ErrorCode::Unsupported, Message(MessageId::NotAFile, m_path));
            }
            // Keeps another owner where this user may set one. This comes before the permissions,
            // since chown() clears some of their bits.
            [[maybe_unused]] const int ownerError =
                ::fchown(m_file.get(), facts.st_uid, facts.st_gid);
            const mode_t kept = m_permissions == kPrivateFile ? kPrivateFile : kPermissionBits;
            if (::fchmod(m_file.get(), facts.st_mode & kept) != 0) {
                return errnoFailure(errno, Message(MessageId::KeepPermissions, m_path));
            }
        }
        return {};
    }

    [[nodiscard]] Result<void> fill(std::string_view text) const
    {
        if (const int error = linux_backend::writeAll(m_file.get(), text); error != 0) {
            return errnoFailure(error, Message(MessageId::WriteFile, m_path));
        }
        if (::fsync(m_file.get()) != 0) {
            return errnoFailure(errno, Message(MessageId::WriteFile, m_path));
        }
        return {};
    }

    [[nodiscard]] Result<void> takePlace()
    {
        if (::rename(m_temporary.c_str(), m_path.c_str()) != 0) {
            return errnoFailure(errno, Message(MessageId::ReplaceFile, m_path));
        }
        m_file.reset();
        const UniqueFd folder(::open(folderOf(m_path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (folder) {
            static_cast<void>(::fsync(folder.get()));  // Not every file system supports it.
        }
        return {};
    }

private:
    static std::string nameBeside(const std::string& path)
    {
        static std::atomic<unsigned> count = 0;
        return path + ".new-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
    }

    std::string m_path;
    std::string m_temporary;
    mode_t m_permissions;
    UniqueFd m_file;
};

const char* textOf(const char* variable) noexcept
{
    return std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): nobody sets it
}

/// A folder of the XDG Base Directory Specification.
Result<std::string> userFolder(const char* variable, const char* belowHome, MessageId ifHomeless)
{
    const char* const configured = textOf(variable);
    if (configured != nullptr && *configured == '/') {
        return std::string(configured);
    }
    const char* const home = textOf("HOME");
    if (home != nullptr && *home == '/') {
        return std::string(home) + belowHome;
    }
    return failure(ErrorCode::NotFound, Message(ifHomeless));
}

}  // namespace

Result<FileStamp> stampOf(const std::string& path)
{
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) {
        return errnoFailure(errno, path);
    }
    return linux_backend::stampFrom(facts);
}

Result<std::string> readTextFile(const std::string& path, std::size_t limit)
{
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts {};
    if (!file || ::fstat(file.get(), &facts) != 0) {
        return errnoFailure(errno, path);
    }
    if (!S_ISREG(facts.st_mode)) {
        return failure(ErrorCode::Unsupported, Message(MessageId::NotAFile, path));
    }
    return linux_backend::readWholeFile(file.get(), path, limit);
}

Result<void> replaceTextFile(const std::string& path, std::string_view text, FilePrivacy privacy)
{
    Result<std::string> target = resolveSymlinks(path);
    if (!target) {
        return tl::unexpected<Error>(std::move(target.error()));
    }
    if (Result<void> made = linux_backend::makeFolders(folderOf(*target)); !made) {
        return made;
    }
    AtomicFileWriter file(*std::move(target), privacy);
    return file.create().and_then([&] { return file.fill(text); }).and_then([&] {
        return file.takePlace();
    });
}

Result<void> writeTextFile(const std::string& path, std::string_view text)
{
    const UniqueFd file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kSharedFile));
    if (!file) {
        return errnoFailure(errno, Message(MessageId::WriteFile, path));
    }
    if (const int error = linux_backend::writeAll(file.get(), text); error != 0) {
        return errnoFailure(error, Message(MessageId::WriteFile, path));
    }
    return {};
}

Result<std::string> configurationFolder()
{
    return userFolder("XDG_CONFIG_HOME", "/.config", MessageId::NoHomeForSettings);
}

Result<std::string> dataFolder()
{
    return userFolder("XDG_DATA_HOME", "/.local/share", MessageId::NoHomeForData);
}

}  // namespace quaywatch
