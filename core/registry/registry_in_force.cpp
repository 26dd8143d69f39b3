// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_in_force.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <utility>

namespace quaywatch::registry {
namespace {

/// Null for the one that is compiled in.
std::atomic<const InForce*>& current() noexcept
{
    static constinit std::atomic<const InForce*> imported{nullptr};
    return imported;
}

struct Kept {
    LoadedRegistryPtr loaded;
    InForce inForce;
};

}  // namespace

const InForce& builtIn() noexcept
{
    static const InForce compiledIn{packedAssignments(), packedAssignmentsDate(), {}, {}, 0};
    return compiledIn;
}

const InForce& inForce() noexcept
{
    const InForce* const imported = current().load(std::memory_order_acquire);
    return imported != nullptr ? *imported : builtIn();
}

void use(LoadedRegistryPtr loaded)
{
    if (loaded == nullptr) {
        current().store(nullptr, std::memory_order_release);
        return;
    }
    static std::mutex mutex;
    static std::deque<Kept> kept;  // Grows without moving what is in it.
    const std::lock_guard lock(mutex);
    Kept& newest = kept.emplace_back();
    newest.loaded = std::move(loaded);
    const LoadedRegistry& registry = *newest.loaded;
    newest.inForce = {registry.table(), registry.date(), registry.importedOn(),
                      registry.importedFrom(), static_cast<std::uint32_t>(kept.size())};
    current().store(&newest.inForce, std::memory_order_release);
}

}  // namespace quaywatch::registry
