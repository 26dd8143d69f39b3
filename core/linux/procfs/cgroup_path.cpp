// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/cgroup_path.h"

#include "core/linux/system/proc_file.h"
#include "core/text/text_scan.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

using Segments = std::vector<std::string_view>;
using NamePair = std::pair<std::string_view, std::string_view>;

constexpr std::size_t kShownIdDigits = 12;
constexpr std::size_t kFullIdDigits = 64;
constexpr std::size_t kLongestPath = 4096;
constexpr std::size_t kLongestUnitName = 255;

/// Container runtimes by the prefix that they put before the id.
constexpr std::array<NamePair, 7> kRuntimePrefixes{{
    {"docker-", "docker"},
    {"libpod-", "podman"},
    {"cri-containerd-", "containerd"},
    {"nerdctl-", "containerd"},
    {"containerd-", "containerd"},
    {"crio-", "crio"},
    {"buildah-", "buildah"},
}};

/// Container runtimes by a folder above an id without prefix.
constexpr std::array<NamePair, 6> kRuntimeFolders{{
    {"docker", "docker"},
    {"ecs", "docker"},
    {"libpod_parent", "podman"},
    {"k8s.io", "containerd"},
    {"default", "containerd"},
    {"buildkit", "buildkit"},
}};

bool isHex(std::string_view text) noexcept
{
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool hasSuffix(std::string_view text, std::string_view suffix) noexcept
{
    return text.size() > suffix.size() && text.ends_with(suffix);
}

bool isSlice(std::string_view name) noexcept
{
    return hasSuffix(name, ".slice");
}

/// Whether this is a unit that can have processes; slices contain only units.
bool isUnit(std::string_view name) noexcept
{
    constexpr std::array<std::string_view, 5> kTypes{".service", ".scope", ".socket", ".mount",
                                                     ".swap"};
    constexpr std::string_view kLetters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-_.\\@";
    return name.size() <= kLongestUnitName &&
           name.find_first_not_of(kLetters) == std::string_view::npos &&
           std::any_of(kTypes.begin(), kTypes.end(),
                       [&](std::string_view type) { return hasSuffix(name, type); });
}

/// 1000 for "user@1000.service", since the name of a manager's unit contains its user; empty for
/// other units.
std::optional<std::uint32_t> uidOfManager(std::string_view name) noexcept
{
    constexpr std::string_view kPrefix = "user@";
    constexpr std::string_view kSuffix = ".service";
    if (!name.starts_with(kPrefix) || !hasSuffix(name, kSuffix)) {
        return std::nullopt;
    }
    name.remove_prefix(kPrefix.size());
    name.remove_suffix(kSuffix.size());
    return parseUnsigned<std::uint32_t>(name);
}

/// Replaces systemd's \x2d escapes.
std::string withoutHexEscapes(std::string_view text)
{
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\\x" && i + 4 <= text.size() && isHex(text.substr(i + 2, 2))) {
            result += static_cast<char>(digit(text[i + 2]) * 16 + digit(text[i + 3]));
            i += 3;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string named(std::string_view runtime, std::string_view name)
{
    return std::string(runtime).append(":").append(name);
}

/// Recognizes "docker-<id>.scope", "libpod-<id>", "...:cri-containerd:<id>" and ids without prefix.
std::optional<std::string> containerById(const Segments& path, std::size_t at)
{
    std::string_view name = path[at];
    if (hasSuffix(name, ".scope")) {
        name.remove_suffix(std::string_view(".scope").size());
    }
    for (const auto& [prefix, runtime] : kRuntimePrefixes) {
        const std::string_view id = name.substr(std::min(prefix.size(), name.size()));
        if (name.starts_with(prefix) && id.size() >= kShownIdDigits && isHex(id)) {
            return named(runtime, id.substr(0, kShownIdDigits));
        }
    }
    const auto colon = name.rfind(':');
    const std::string_view id = colon == std::string_view::npos ? name : name.substr(colon + 1);
    if (id.size() != kFullIdDigits || !isHex(id)) {
        return std::nullopt;
    }
    std::string_view runtime = "container";
    if (colon != std::string_view::npos) {
        const std::string_view before = name.substr(0, colon);
        runtime = before.ends_with("cri-containerd") ? "containerd" : runtime;
    }
    for (std::size_t i = 0; i < at; ++i) {
        if (path[i].starts_with("kubepods") && runtime == "container") {
            runtime = "kubernetes";
        }
        for (const auto& [folder, owner] : kRuntimeFolders) {
            runtime = path[i] == folder ? owner : runtime;
        }
    }
    return named(runtime, id.substr(0, kShownIdDigits));
}

/// Recognizes LXC containers and systemd machines, which have names.
std::optional<std::string> containerByName(const Segments& path, std::size_t at)
{
    constexpr std::string_view kPayload = "lxc.payload.";
    constexpr std::string_view kNspawn = "systemd-nspawn@";
    constexpr std::string_view kMachine = "machine-";
    std::string_view name = path[at];
    if (name.starts_with(kPayload) && name.size() > kPayload.size()) {
        return named("lxc", name.substr(kPayload.size()));
    }
    if (at > 0 && (path[at - 1] == "lxc" || path[at - 1] == "lxc.payload")) {
        return named("lxc", name);
    }
    if (at == 0 || path[at - 1] != "machine.slice") {
        return std::nullopt;
    }
    if (name.starts_with(kNspawn) && hasSuffix(name.substr(kNspawn.size()), ".service")) {
        name.remove_prefix(kNspawn.size());
        name.remove_suffix(std::string_view(".service").size());
        return named("nspawn", withoutHexEscapes(name));
    }
    if (name.starts_with(kMachine) && hasSuffix(name.substr(kMachine.size()), ".scope")) {
        name.remove_prefix(kMachine.size());
        name.remove_suffix(std::string_view(".scope").size());
        const std::string machine = withoutHexEscapes(name);
        // A virtual machine has its own kernel: its processes are not visible here.
        return machine.starts_with("qemu-") ? std::nullopt
                                            : std::optional(named("machine", machine));
    }
    return std::nullopt;
}

void findUnit(const Segments& path, CgroupFacts& facts)
{
    const auto isNoSlice = [](std::string_view name) { return !isSlice(name); };
    auto at = std::find_if(path.begin(), path.end(), isNoSlice);
    if (at == path.end() || !isUnit(*at)) {
        return;
    }
    facts.serviceContext.unit = *at;
    const std::optional<std::uint32_t> uid = uidOfManager(*at);
    if (!uid) {
        return;
    }
    if (at + 2 == path.end() && at[1] == "init.scope") {
        facts.managerOf = uid;
    }
    at = std::find_if(at + 1, path.end(), isNoSlice);
    if (at != path.end() && isUnit(*at) && *at != "init.scope") {
        facts.serviceContext.unit = *at;
        facts.serviceContext.unitManagerUid = uid;
    }
}

/// A path outside of this program's cgroup namespace ("/../system.slice/...") belongs to another
/// system.
bool isSystemService(std::string_view path, const Segments& segments) noexcept
{
    constexpr std::string_view kSystemSlice = "/system.slice/";
    return path.starts_with(kSystemSlice) && segments.size() > 1 &&
           path.substr(kSystemSlice.size()).starts_with(segments[1]) && isUnit(segments[1]) &&
           (hasSuffix(segments[1], ".service") || hasSuffix(segments[1], ".socket"));
}

Segments split(std::string_view path)
{
    Segments segments;
    while (!path.empty()) {
        const std::string_view name = path.substr(0, path.find('/'));
        // ".." leads above the root of this program's cgroup namespace.
        if (!name.empty() && name != "..") {
            segments.push_back(name);
        }
        path.remove_prefix(std::min(path.size(), name.size() + 1));
    }
    return segments;
}

void mergeMissing(CgroupFacts& facts, CgroupFacts more)
{
    if (!facts.serviceContext.unit) {
        facts.serviceContext.unit = std::move(more.serviceContext.unit);
        facts.serviceContext.isSystemService = more.serviceContext.isSystemService;
        facts.serviceContext.unitManagerUid = more.serviceContext.unitManagerUid;
        facts.managerOf = more.managerOf;
    }
    if (!facts.serviceContext.container) {
        facts.serviceContext.container = std::move(more.serviceContext.container);
    }
}

}  // namespace

CgroupFacts parseCgroupPath(std::string_view path)
{
    CgroupFacts facts;
    if (path.ends_with(kDeletedMark)) {
        path.remove_suffix(kDeletedMark.size());
    }
    if (path.size() > kLongestPath) {
        return facts;
    }
    const Segments segments = split(path);
    findUnit(segments, facts);
    facts.serviceContext.isSystemService = isSystemService(path, segments);
    for (std::size_t i = 0; i < segments.size() && !facts.serviceContext.container; ++i) {
        facts.serviceContext.container = containerById(segments, i);
        if (!facts.serviceContext.container) {
            facts.serviceContext.container = containerByName(segments, i);
        }
    }
    return facts;
}

CgroupFacts parseProcCgroup(std::string_view text)
{
    enum Rank : std::size_t { Unified, Systemd, Other, RankCount };
    std::array<CgroupFacts, RankCount> found;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto first = line.find(':');
        const auto second = first == std::string_view::npos ? first : line.find(':', first + 1);
        if (second == std::string_view::npos || line.substr(second + 1) == "/") {
            continue;
        }
        const std::string_view controllers = line.substr(first + 1, second - first - 1);
        const Rank rank = controllers.empty()             ? Unified
                          : controllers == "name=systemd" ? Systemd
                                                          : Other;
        mergeMissing(found[rank], parseCgroupPath(line.substr(second + 1)));
    }
    mergeMissing(found[Unified], std::move(found[Systemd]));
    mergeMissing(found[Unified], std::move(found[Other]));
    return std::move(found[Unified]);
}

}  // namespace quaywatch::linux_backend
