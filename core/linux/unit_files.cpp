// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/unit_files.h"

#include "core/linux/directory_stream.h"
#include "core/linux/proc_file.h"
#include "core/text_scan.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::string_view kSocketSuffix = ".socket";
constexpr std::string_view kServiceSuffix = ".service";

std::string joined(const std::string& folder, std::string_view name)
{
    return std::string(folder).append("/").append(name);
}

/// The names in a folder that end so, in ascending order.
std::vector<std::string> namesIn(const std::string& folder, std::string_view suffix)
{
    std::vector<std::string> names;
    const DirectoryStream listing(opendir(folder.c_str()));
    if (listing) {
        while (const dirent* entry = readdir(listing.get())) {  // NOLINT(concurrency-mt-unsafe)
            const std::string_view name = &entry->d_name[0];
            if (name.size() > suffix.size() && name.ends_with(suffix)) {
                names.emplace_back(name);
            }
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<std::string_view> lastValue(const UnitSettings& settings, std::string_view key)
{
    const auto found = std::find_if(settings.rbegin(), settings.rend(),
                                    [key](const UnitSetting& s) { return s.key == key; });
    return found != settings.rend() ? std::optional<std::string_view>(found->value) : std::nullopt;
}

/// "631", "127.0.0.1:631", "[::]:631"; not paths, names and vsock addresses.
bool hasPort(std::string_view address, Port port)
{
    if (address.starts_with('/') || address.starts_with('@') || address.starts_with("vsock:")) {
        return false;
    }
    const auto colon = address.rfind(':');
    const std::string_view digits =
        colon == std::string_view::npos ? address : address.substr(colon + 1);
    return wholeNumber<Port>(digits) == port;
}

/// The service a .socket unit starts. "foo@.service" where it starts one a connection.
std::string serviceOf(std::string_view socket, const UnitSettings& settings)
{
    if (const auto service = lastValue(settings, "Service"); service && !service->empty()) {
        return std::string(*service);
    }
    const auto accept = lastValue(settings, "Accept");
    const bool isPerConnection =
        accept && (*accept == "yes" || *accept == "true" || *accept == "1");
    const std::string stem(socket.substr(0, socket.size() - kSocketSuffix.size()));
    return stem + (isPerConnection ? "@" : "") + std::string(kServiceSuffix);
}

}  // namespace

UnitSettings parseUnitFile(std::string_view text)
{
    UnitSettings settings;
    bool isContinued = false;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        line = trimmed(line);
        const bool isComment = line.starts_with('#') || line.starts_with(';');
        if (isComment || (line.empty() && !isContinued)) {
            continue;
        }
        const bool goesOn = line.ends_with('\\');
        if (goesOn) {
            line = trimmed(line.substr(0, line.size() - 1));
        }
        if (isContinued) {
            settings.back().value.append(" ").append(line);
            isContinued = goesOn;
            continue;
        }
        const auto equals = line.find('=');
        if (equals != std::string_view::npos && !line.starts_with('[')) {
            settings.push_back({std::string(trimmed(line.substr(0, equals))),
                                std::string(trimmed(line.substr(equals + 1)))});
            isContinued = goesOn;
        }
    }
    return settings;
}

bool listensOn(const UnitSettings& settings, Protocol protocol, Port port)
{
    const std::string_view key = protocol == Protocol::Tcp ? "ListenStream" : "ListenDatagram";
    bool listens = false;
    for (const UnitSetting& setting : settings) {
        if (setting.value.empty() && setting.key.starts_with("Listen")) {
            listens = false;  // an empty value forgets all that came before
        } else if (setting.key == key && hasPort(setting.value, port)) {
            listens = true;
        }
    }
    return listens;
}

bool isRestarted(const UnitSettings& settings)
{
    const auto restart = lastValue(settings, "Restart");
    return restart && !restart->empty() && *restart != "no";
}

UnitFiles::UnitFiles(std::vector<std::string> folders)
    : m_folders(std::move(folders))
{
}

UnitFiles UnitFiles::ofSystem()
{
    return UnitFiles({"/etc/systemd/system.control", "/run/systemd/system.control",
                      "/run/systemd/transient", "/run/systemd/generator.early",
                      "/etc/systemd/system", "/run/systemd/system", "/run/systemd/generator",
                      "/usr/local/lib/systemd/system", "/usr/lib/systemd/system",
                      "/lib/systemd/system", "/run/systemd/generator.late"});
}

UnitFiles UnitFiles::ofUser(std::uint32_t uid)
{
    const std::string runtime = "/run/user/" + std::to_string(uid) + "/systemd/";
    std::vector<std::string> folders{runtime + "transient"};
    const char* home = getenv("HOME");  // NOLINT(concurrency-mt-unsafe): nobody here sets it
    if (home != nullptr && uid == geteuid()) {
        folders.push_back(std::string(home) + "/.config/systemd/user");
        folders.push_back(std::string(home) + "/.local/share/systemd/user");
    }
    folders.insert(folders.end(), {"/etc/systemd/user", "/run/systemd/user", runtime + "generator",
                                   "/usr/local/lib/systemd/user", "/usr/lib/systemd/user"});
    return UnitFiles(std::move(folders));
}

UnitSettings UnitFiles::read(std::string_view unit) const
{
    ProcFile file;
    std::string name(unit);
    const auto at = name.find('@');
    const auto dot = name.rfind('.');
    const bool isInstance = at != std::string::npos && dot != std::string::npos && at + 1 < dot;
    const std::string templateName =
        isInstance ? name.substr(0, at + 1) + name.substr(dot) : std::string();
    for (const std::string& candidate : {name, templateName}) {
        if (candidate.empty() || candidate.find('/') != std::string::npos) {
            continue;
        }
        for (const std::string& folder : m_folders) {
            const std::string path = joined(folder, candidate);
            if (const auto text = file.readRegular(path.c_str())) {
                UnitSettings settings = parseUnitFile(*text);
                if (isInstance) {
                    readDropIns(templateName, settings);
                }
                readDropIns(name, settings);
                return settings;
            }
        }
    }
    return {};
}

void UnitFiles::readDropIns(const std::string& unit, UnitSettings& settings) const
{
    ProcFile file;
    std::set<std::pair<std::string, std::string>> byName;
    std::set<std::string> seen;
    for (const std::string& folder : m_folders) {
        const std::string dropIns = joined(folder, unit + ".d");
        for (const std::string& name : namesIn(dropIns, ".conf")) {
            if (seen.insert(name).second) {
                byName.emplace(name, joined(dropIns, name));
            }
        }
    }
    for (const auto& [name, path] : byName) {
        if (const auto text = file.readRegular(path.c_str())) {
            const UnitSettings more = parseUnitFile(*text);
            settings.insert(settings.end(), more.begin(), more.end());
        }
    }
}

std::vector<SocketUnit> UnitFiles::socketUnits(const std::optional<Protocol>& protocol,
                                               Port port) const
{
    std::set<std::string> names;
    for (const std::string& folder : m_folders) {
        for (std::string& name : namesIn(folder, kSocketSuffix)) {
            names.insert(std::move(name));
        }
    }
    std::vector<SocketUnit> units;
    for (const std::string& name : names) {
        const UnitSettings settings = read(name);
        if (!settings.empty() && (!protocol || listensOn(settings, *protocol, port))) {
            units.push_back({name, serviceOf(name, settings)});
        }
    }
    return units;
}

std::optional<SocketUnit> UnitFiles::socketUnitOn(Protocol protocol, Port port) const
{
    const std::vector<SocketUnit> units = socketUnits(protocol, port);
    return units.empty() ? std::nullopt : std::optional(units.front());
}

std::optional<std::string> UnitFiles::socketUnitOf(std::string_view service) const
{
    // "foo@12-127.0.0.1:80.service", one a connection, comes from "foo@.service".
    std::string wanted(service);
    const auto at = wanted.find('@');
    if (at != std::string::npos) {
        wanted = wanted.substr(0, at + 1) + std::string(kServiceSuffix);
    }
    for (const SocketUnit& unit : socketUnits(std::nullopt, 0)) {
        if (unit.service == service || unit.service == wanted) {
            return unit.name;
        }
    }
    return std::nullopt;
}

}  // namespace quaywatch::linux_backend
