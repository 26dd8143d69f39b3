// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/unit_files.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/signal_blocked_thread.h"
#include "core/process/service_manager.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace quaywatch {
namespace {

using namespace linux_backend;

constexpr std::string_view kUnitSuffix = ".socket";
constexpr std::chrono::seconds kPatienceWithHome{1};

std::optional<SocketUnit> unitIn(const UnitFiles& files, const SocketUnitQuestion& question)
{
    if (question.unit && question.unit->ends_with(kUnitSuffix)) {
        // The control group names the socket unit; the files only add which service it starts.
        return files.socketUnitNamed(*question.unit).value_or(SocketUnit{*question.unit, {}});
    }
    return files.socketUnitAt(question.protocol, question.local);
}

/// The path that /proc shows for a process that runs the program.
std::string withoutLinks(const std::string& program)
{
    const std::unique_ptr<char, decltype(&std::free)> path(realpath(program.c_str(), nullptr),
                                                           &std::free);
    return path != nullptr ? path.get() : program;
}

std::optional<SocketUnit> askFiles(const UnitFiles& files, const SocketUnitQuestion& question)
{
    std::optional<SocketUnit> unit = unitIn(files, question);
    if (unit) {
        for (const std::string& program : programsIn(files.read(unit->service))) {
            unit->programs.push_back(withoutLinks(program));
        }
    }
    return unit;
}

/// The value of a variable in the initial environment of a process; empty if it is not set.
std::string variableIn(std::string_view environment, std::string_view name)
{
    while (!environment.empty()) {
        const std::string_view entry = environment.substr(0, environment.find('\0'));
        environment.remove_prefix(std::min(environment.size(), entry.size() + 1));
        if (entry.starts_with(name) && entry.substr(name.size()).starts_with('=')) {
            return std::string(entry.substr(name.size() + 1));
        }
    }
    return {};
}

/// Folders where a user's manager searches for units; empty if its environment may not be read.
UnitFiles::Home homeOf(const std::string& folder)
{
    ProcFile file;
    const auto text = file.read(AT_FDCWD, (folder + "/environ").c_str());
    if (!text) {
        return {};
    }
    UnitFiles::Home found{variableIn(*text, "XDG_CONFIG_HOME"), variableIn(*text, "XDG_DATA_HOME")};
    // A relative path is ignored, as the XDG Base Directory Specification demands.
    for (std::string* path : {&found.config, &found.data}) {
        if (!path->starts_with('/')) {
            path->clear();
        }
    }
    const std::string home = variableIn(*text, "HOME");
    if (found.config.empty() && !home.empty()) {
        found.config = home + "/.config";
    }
    if (found.data.empty() && !home.empty()) {
        found.data = home + "/.local/share";
    }
    return found;
}

std::optional<SocketUnit> askUserManager(const SocketUnitQuestion& question)
{
    const std::string folder = "/proc/" + std::to_string(question.managerProcess.pid);
    struct stat manager {};
    if (stat(folder.c_str(), &manager) != 0) {
        return std::nullopt;
    }
    const UnitFiles files = UnitFiles::ofUser(manager.st_uid, homeOf(folder));
    if (manager.st_uid == geteuid()) {
        return askFiles(files, question);
    }
    // Another user's home may be on a file system that hangs. The files are read on another thread,
    // which is abandoned after kPatienceWithHome.
    auto answer = std::make_shared<std::promise<std::optional<SocketUnit>>>();
    std::future<std::optional<SocketUnit>> future = answer->get_future();
    try {
        startThreadWithSignalsBlocked([answer, files, question] {
            answer->set_value(askFiles(files, question));
        }).detach();
    } catch (const std::system_error&) {
        return std::nullopt;  // no more threads are allowed
    }
    return future.wait_for(kPatienceWithHome) == std::future_status::ready ? future.get()
                                                                           : std::nullopt;
}

}  // namespace

std::optional<SocketUnit> findSocketUnit(const SocketUnitQuestion& question)
{
    return question.manager == ServiceManager::User ? askUserManager(question)
                                                    : askFiles(UnitFiles::ofSystem(), question);
}

}  // namespace quaywatch
