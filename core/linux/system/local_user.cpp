// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/local_user.h"

#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 20;

std::optional<std::string> readRegularFile(const std::string& path)
{
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts {};
    if (!file || ::fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode) ||
        static_cast<std::size_t>(facts.st_size) > kMaxBytes) {
        return std::nullopt;
    }
    std::string text(static_cast<std::size_t>(facts.st_size), '\0');
    const ssize_t size = ::pread(file.get(), text.data(), text.size(), 0);
    text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return text;
}

/// Takes the text up to the mark, and the mark, from the beginning.
std::string_view takeField(std::string_view& rest, char mark)
{
    const std::size_t end = std::min(rest.find(mark), rest.size());
    const std::string_view field = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    return field;
}

}  // namespace

std::shared_ptr<const std::string> userNameIn(std::string_view passwd, std::uint32_t uid)
{
    while (!passwd.empty()) {
        std::string_view line = takeField(passwd, '\n');
        const std::string_view name = takeField(line, ':');
        takeField(line, ':');  // the password
        const std::string_view digits = takeField(line, ':');
        std::uint32_t number = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        const bool isNumber = error == std::errc() && end == digits.data() + digits.size();
        if (isNumber && !digits.empty() && number == uid && !name.empty()) {
            return std::make_shared<const std::string>(name);
        }
    }
    return nullptr;
}

std::shared_ptr<const std::string> localUserName(std::uint32_t uid, const std::string& path)
{
    if (const auto text = readRegularFile(path)) {
        return userNameIn(*text, uid);
    }
    return uid == 0 ? std::make_shared<const std::string>("root") : nullptr;
}

}  // namespace quaywatch::linux_backend
