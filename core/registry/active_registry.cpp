// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/active_registry.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <utility>

namespace quaywatch::registry {
namespace {

/// The active imported registry; null if the built-in one is active.
std::atomic<const ActiveRegistry*>& current() noexcept
{
    static constinit std::atomic<const ActiveRegistry*> imported{nullptr};
    return imported;
}

struct Kept {
    LoadedRegistryPtr loaded;
    ActiveRegistry active;
};

}  // namespace

const ActiveRegistry& builtIn() noexcept
{
    static const ActiveRegistry compiledIn{packedAssignments(), packedAssignmentsDate(), {}, {}, 0};
    return compiledIn;
}

const ActiveRegistry& active() noexcept
{
    const ActiveRegistry* const imported = current().load(std::memory_order_acquire);
    return imported != nullptr ? *imported : builtIn();
}

void activate(LoadedRegistryPtr loaded)
{
    if (loaded == nullptr) {
        current().store(nullptr, std::memory_order_release);
        return;
    }
    static std::mutex mutex;
    static std::deque<Kept> kept;  // Adding an element does not move the others.
    const std::lock_guard lock(mutex);
    Kept& newest = kept.emplace_back();
    newest.loaded = std::move(loaded);
    const RegistryData& registry = *newest.loaded;
    newest.active = {registry.table(), registry.date(), registry.importedOn(),
                     registry.importedFrom(), static_cast<std::uint32_t>(kept.size())};
    current().store(&newest.active, std::memory_order_release);
}

}  // namespace quaywatch::registry
