// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/unit_files.h"

#include "core/linux/system/directory_stream.h"
#include "core/linux/system/proc_file.h"
#include "core/text/text_scan.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::string_view kSocketSuffix = ".socket";
constexpr std::string_view kServiceSuffix = ".service";
constexpr std::string_view kMask = "/dev/null";  // the link target of a masked unit
constexpr std::size_t kMaxNames = 4096;

std::string joined(const std::string& folder, std::string_view name)
{
    return std::string(folder).append("/").append(name);
}

/// The names in a folder with that suffix, in ascending order.
std::vector<std::string> namesIn(const std::string& folder, std::string_view suffix)
{
    std::vector<std::string> names;
    const DirectoryStream listing(opendir(folder.c_str()));
    if (listing) {
        while (const dirent* entry = readdir(listing.get())) {  // NOLINT(concurrency-mt-unsafe)
            const std::string_view name = &entry->d_name[0];
            if (names.size() < kMaxNames && name.size() > suffix.size() && name.ends_with(suffix)) {
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

/// Whether the address of a Listen... setting, such as "631", "127.0.0.1:631" or
/// "[fe80::1]:631%eth0", is the given one. False for paths, names and vsock addresses.
bool isAt(std::string_view address, const Endpoint& local)
{
    if (address.starts_with('/') || address.starts_with('@') || address.starts_with("vsock:")) {
        return false;
    }
    address = address.substr(0, address.rfind('%'));  // the device after an IPv6 address
    const auto colon = address.rfind(':');
    const bool isPortAlone = colon == std::string_view::npos;
    if (parseUnsigned<Port>(isPortAlone ? address : address.substr(colon + 1)) != local.port) {
        return false;
    }
    if (isPortAlone) {
        return local.address.isUnspecified();
    }
    std::string_view host = address.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    }
    const Result<IpAddress> wanted = IpAddress::parse(host);
    return wanted && wanted->unmapped().toString() == local.address.unmapped().toString();
}

/// The text between '@' and the suffix, as in "echo@7.socket"; empty for other units.
std::string_view instanceOf(std::string_view unit)
{
    const auto at = unit.find('@');
    const auto dot = unit.rfind('.');
    const bool isInstance =
        at != std::string_view::npos && dot != std::string_view::npos && at + 1 < dot;
    return isInstance ? unit.substr(at + 1, dot - at - 1) : std::string_view();
}

/// Replaces "%i" and "%I" in the value (systemd.unit(5), "Specifiers").
std::string withInstance(std::string value, std::string_view instance)
{
    for (const std::string_view specifier : {"%i", "%I"}) {
        for (auto at = value.find(specifier); at != std::string::npos && !instance.empty();
             at = value.find(specifier, at + instance.size())) {
            value.replace(at, specifier.size(), instance);
        }
    }
    return value;
}

/// The service that a .socket unit starts. "foo@.service" if it starts one per connection.
std::string serviceOf(std::string_view socket, const UnitSettings& settings)
{
    if (const auto service = lastValue(settings, "Service"); service && !service->empty()) {
        return std::string(*service);
    }
    const auto accept = lastValue(settings, "Accept");
    const bool isPerConnection =
        accept && (*accept == "yes" || *accept == "true" || *accept == "1");
    const std::string stem(socket.substr(0, socket.size() - kSocketSuffix.size()));
    return isPerConnection ? stem.substr(0, stem.find('@')) + "@" + std::string(kServiceSuffix)
                           : stem + std::string(kServiceSuffix);
}

}  // namespace

UnitSettings parseUnitFile(std::string_view text)
{
    UnitSettings settings;
    bool isContinued = false;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        line = strip(line);
        const bool isComment = line.starts_with('#') || line.starts_with(';');
        if (isComment || (line.empty() && !isContinued)) {
            continue;
        }
        const bool goesOn = line.ends_with('\\');
        if (goesOn) {
            line = strip(line.substr(0, line.size() - 1));
        }
        if (isContinued) {
            settings.back().value.append(" ").append(line);
            isContinued = goesOn;
            continue;
        }
        const auto equals = line.find('=');
        if (equals != std::string_view::npos && !line.starts_with('[')) {
            settings.push_back({std::string(strip(line.substr(0, equals))),
                                std::string(strip(line.substr(equals + 1)))});
            isContinued = goesOn;
        }
    }
    return settings;
}

bool listensAt(const UnitSettings& settings, Protocol protocol, const Endpoint& local,
               std::string_view instance)
{
    const std::string_view key = protocol == Protocol::Tcp ? "ListenStream" : "ListenDatagram";
    bool listens = false;
    for (const UnitSetting& setting : settings) {
        if (setting.value.empty() && setting.key.starts_with("Listen")) {
            listens = false;  // an empty value clears all earlier ones
        } else if (setting.key == key && isAt(withInstance(setting.value, instance), local)) {
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

std::vector<std::string> programsIn(const UnitSettings& settings)
{
    std::vector<std::string> programs;
    for (const UnitSetting& setting : settings) {
        if (setting.key != "ExecStart") {
            continue;
        }
        if (setting.value.empty()) {
            programs.clear();  // an empty value clears all earlier ones
            continue;
        }
        // systemd.service(5), "Special executable prefixes".
        std::string_view word = setting.value;
        word.remove_prefix(std::min(word.size(), word.find_first_not_of("@-:+!|")));
        const bool isQuoted = word.starts_with('"') || word.starts_with('\'');
        word = isQuoted ? word.substr(1, word.find(word.front(), 1) - 1)
                        : word.substr(0, word.find_first_of(" \t"));
        // A path with a specifier is known to the manager alone.
        if (word.starts_with('/') && word.find_first_of("%$\\") == std::string_view::npos) {
            programs.emplace_back(word);
        }
    }
    return programs;
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
    const char* home = getenv("HOME");  // NOLINT(concurrency-mt-unsafe): nobody here sets it
    if (home == nullptr || uid != geteuid()) {
        return ofUser(uid, {});
    }
    return ofUser(uid, {std::string(home) + "/.config", std::string(home) + "/.local/share"});
}

UnitFiles UnitFiles::ofUser(std::uint32_t uid, const Home& home)
{
    const std::string runtime = "/run/user/" + std::to_string(uid) + "/systemd/";
    std::vector<std::string> folders;
    const auto addOf = [&folders](const std::string& parent, const char* name) {
        if (parent.starts_with('/')) {
            folders.push_back(parent + name);
        }
    };
    addOf(home.config, "/systemd/user.control");
    addOf(runtime, "user.control");
    addOf(runtime, "transient");
    addOf(runtime, "generator.early");
    addOf(home.config, "/systemd/user");
    addOf("/etc", "/xdg/systemd/user");
    addOf("/etc", "/systemd/user");
    addOf(runtime, "user");
    addOf("/run", "/systemd/user");
    addOf(runtime, "generator");
    addOf(home.data, "/systemd/user");
    for (const char* parent : {"/usr/local/share", "/usr/share", "/usr/local/lib", "/usr/lib"}) {
        addOf(parent, "/systemd/user");
    }
    addOf(runtime, "generator.late");
    return UnitFiles(std::move(folders));
}

UnitSettings UnitFiles::read(std::string_view unit) const
{
    ProcFile file;
    std::string name(unit);
    const std::string_view instance = instanceOf(name);
    const std::string templateName =
        instance.empty() ? std::string()
                         : std::string(name).replace(name.find('@') + 1, instance.size(), "");
    for (const std::string& candidate : {name, templateName}) {
        if (candidate.empty() || candidate.find('/') != std::string::npos) {
            continue;
        }
        for (const std::string& folder : m_folders) {
            const std::string path = joined(folder, candidate);
            if (file.readLink(AT_FDCWD, path.c_str()) == kMask) {
                return {};
            }
            if (const auto text = file.readRegular(path.c_str())) {
                UnitSettings settings = parseUnitFile(*text);
                if (!instance.empty()) {
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

/// The .socket units that have files, with the instances that the "wants" folders list.
std::vector<std::string> UnitFiles::socketUnitNames() const
{
    std::set<std::string> names;
    for (const std::string& folder : m_folders) {
        for (const char* wanted : {"", "/sockets.target.wants", "/default.target.wants"}) {
            for (std::string& name : namesIn(folder + wanted, kSocketSuffix)) {
                names.insert(std::move(name));
            }
        }
    }
    std::vector<std::string> units;
    std::copy_if(names.begin(), names.end(), std::back_inserter(units),
                 [this](const std::string& name) {
                     // A template is not a unit, and an alias is not a unit of its own.
                     return name.find("@.") == std::string::npos && !isAlias(name);
                 });
    return units;
}

/// Whether the file is a link to the file of another unit.
bool UnitFiles::isAlias(const std::string& unit) const
{
    ProcFile file;
    for (const std::string& folder : m_folders) {
        const std::string path = joined(folder, unit);
        if (const auto link = file.readLink(AT_FDCWD, path.c_str())) {
            const std::string_view target = link->substr(link->rfind('/') + 1);
            return target.ends_with(kSocketSuffix) && target != unit;
        }
        if (file.readRegular(path.c_str())) {
            return false;
        }
    }
    return false;
}

std::optional<SocketUnit> UnitFiles::socketUnitNamed(std::string_view unit) const
{
    const UnitSettings settings = read(unit);
    return settings.empty()
               ? std::nullopt
               : std::optional(SocketUnit{std::string(unit), serviceOf(unit, settings)});
}

std::optional<SocketUnit> UnitFiles::socketUnitAt(Protocol protocol, const Endpoint& local) const
{
    std::optional<SocketUnit> found;
    for (const std::string& name : socketUnitNames()) {
        const UnitSettings settings = read(name);
        if (!listensAt(settings, protocol, local, instanceOf(name))) {
            continue;
        }
        if (found) {
            return std::nullopt;  // the files do not show which of them is active
        }
        found = SocketUnit{name, serviceOf(name, settings)};
    }
    return found;
}

std::optional<std::string> UnitFiles::socketUnitOf(std::string_view service) const
{
    // "foo@12-127.0.0.1:80.service", one per connection, is an instance of "foo@.service".
    std::string wanted(service);
    const auto at = wanted.find('@');
    if (at != std::string::npos) {
        wanted = wanted.substr(0, at + 1) + std::string(kServiceSuffix);
    }
    for (const std::string& name : socketUnitNames()) {
        const auto unit = socketUnitNamed(name);
        if (unit && (unit->service == service || unit->service == wanted)) {
            return name;
        }
    }
    return std::nullopt;
}

}  // namespace quaywatch::linux_backend
