// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/package_owner.h"

#include "core/linux/system/directory_stream.h"
#include "core/linux/system/proc_file.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

constexpr std::string_view kListSuffix = ".list";
constexpr std::size_t kLongestList = std::size_t{4} << 20;

/// The possible paths in the package's list: with a merged /usr, it may have either spelling.
std::vector<std::string> spellings(const std::string& path)
{
    constexpr std::string_view kUsr = "/usr";
    const auto isMerged = [](std::string_view inRoot) {
        return inRoot.starts_with("/bin/") || inRoot.starts_with("/sbin/") ||
               inRoot.starts_with("/lib");
    };
    const std::string_view whole = path;
    std::vector<std::string> result{path};
    if (isMerged(whole)) {
        result.push_back(std::string(kUsr) + path);
    } else if (whole.starts_with(kUsr) && isMerged(whole.substr(kUsr.size()))) {
        result.push_back(path.substr(kUsr.size()));
    }
    return result;
}

bool hasLine(std::string_view text, std::string_view line)
{
    // Not find(): every path begins with the same few letters, which memmem() skips faster.
    const char* const end = text.data() + text.size();
    const char* from = text.data();
    while (const void* found =
               memmem(from, static_cast<std::size_t>(end - from), line.data(), line.size())) {
        const char* const begin = static_cast<const char*>(found);
        const char* const after = begin + line.size();
        if ((begin == text.data() || begin[-1] == '\n') && (after == end || *after == '\n')) {
            return true;
        }
        from = after;
    }
    return false;
}

}  // namespace

std::optional<std::string> packageOwning(const std::string& path, const char* listFolder)
{
    const DirectoryStream folder(opendir(listFolder));
    if (!folder || !path.starts_with('/') || path.find('\n') != std::string::npos) {
        return std::nullopt;
    }
    const std::vector<std::string> lines = spellings(path);
    ProcFile file(kLongestList);
    while (const dirent* entry = readdir(folder.get())) {  // NOLINT(concurrency-mt-unsafe)
        const std::string_view name = &entry->d_name[0];
        if (!name.ends_with(kListSuffix)) {
            continue;
        }
        const auto text = file.read(dirfd(folder.get()), &entry->d_name[0]);
        const auto isListed = [&text](const std::string& line) { return hasLine(*text, line); };
        if (text && std::any_of(lines.begin(), lines.end(), isListed)) {
            const std::string_view package = name.substr(0, name.size() - kListSuffix.size());
            return std::string(package.substr(0, package.find(':')));
        }
    }
    return std::nullopt;
}

bool isOwnedByPackage(const std::string& path, std::string_view package, const char* listFolder)
{
    const bool isName = package.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+-.") ==
                            std::string_view::npos &&
                        !package.empty();
    const DirectoryStream folder(opendir(listFolder));
    if (!isName || !folder || !path.starts_with('/') || path.find('\n') != std::string::npos) {
        return false;
    }
    ProcFile file(kLongestList);
    const auto text =
        file.read(dirfd(folder.get()), std::string(package).append(kListSuffix).c_str());
    const std::vector<std::string> lines = spellings(path);
    return text && std::any_of(lines.begin(), lines.end(),
                               [&text](const std::string& line) { return hasLine(*text, line); });
}

}  // namespace quaywatch::linux_backend
