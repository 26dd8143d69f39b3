// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/owner_families.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace quaywatch {
namespace {

/// Each call of AncestorsOf reads all of /proc.
constexpr std::size_t kMaxAsked = 64;

/// A property that related processes share.
struct Trait {
    enum class Kind : std::uint8_t { SessionAndProgram, SessionAndUser, Siblings, Generations };
    Kind kind = Kind::Siblings;
    std::uint32_t number = 0;
    std::uint32_t uid = 0;
    std::vector<std::string> texts;

    friend auto operator<=>(const Trait&, const Trait&) = default;
};

/// An interpreter whose script is unknown may run any program, and so may a loader.
bool isProgramKnown(const ProcessInfo& process) noexcept
{
    return process.exe && isProgramClear(process) && (process.script || !process.workingDirectory);
}

std::vector<Trait> traitsOf(const ProcessInfo& process)
{
    std::vector<Trait> traits;
    // Session 0 may be several sessions: all that began outside of this PID namespace.
    const bool isSessionKnown = process.session.value_or(0) != 0;
    if (isSessionKnown && process.exe && process.uid) {
        traits.push_back({Trait::Kind::SessionAndProgram,
                          *process.session,
                          *process.uid,
                          {executedProgram(process), process.script.value_or("")}});
    }
    // Many unrelated programs of root are in one session, such as all of a container.
    if (isSessionKnown && process.uid && *process.uid != 0) {
        traits.push_back({Trait::Kind::SessionAndUser, *process.session, *process.uid, {}});
    }
    if (!isSessionKnown && process.exe && process.parentPid) {
        traits.push_back(
            {Trait::Kind::Siblings, *process.parentPid, 0, {executedProgram(process)}});
    }
    if (process.uid && isProgramKnown(process)) {
        traits.push_back({Trait::Kind::Generations,
                          process.unitManagerUid.value_or(0),
                          *process.uid,
                          {executedProgram(process), process.script.value_or(""),
                           process.unit.value_or(""), process.container.value_or("")}});
    }
    return traits;
}

class FamilyFinder {
public:
    explicit FamilyFinder(const OwnerSet& owners)
        : m_owners(owners)
        , m_heads(owners.size())
    {
        std::iota(m_heads.begin(), m_heads.end(), std::size_t{0});
        for (std::size_t i = 0; i < owners.size(); ++i) {
            m_byPid.emplace(owners[i]->id.pid, i);
        }
    }

    [[nodiscard]] std::vector<OwnerFamily> find(const AncestorsOf& ancestorsOf)
    {
        joinByTraits();
        joinByParents();
        if (!isOneFamily()) {
            joinByAncestors(ancestorsOf);
        }
        return families();
    }

private:
    [[nodiscard]] std::size_t headOf(std::size_t place)
    {
        while (m_heads[place] != place) {
            m_heads[place] = m_heads[m_heads[place]];
            place = m_heads[place];
        }
        return place;
    }

    void join(std::size_t a, std::size_t b) { m_heads[headOf(a)] = headOf(b); }

    [[nodiscard]] bool isOneFamily()
    {
        for (std::size_t i = 1; i < m_owners.size(); ++i) {
            if (headOf(i) != headOf(0)) {
                return false;
            }
        }
        return true;
    }

    void joinByTraits()
    {
        std::map<Trait, std::size_t> firsts;
        for (std::size_t i = 0; i < m_owners.size(); ++i) {
            for (Trait& trait : traitsOf(*m_owners[i])) {
                join(i, firsts.try_emplace(std::move(trait), i).first->second);
            }
        }
    }

    void joinByParents()
    {
        for (std::size_t i = 0; i < m_owners.size(); ++i) {
            const auto parent = m_byPid.find(m_owners[i]->parentPid.value_or(0));
            // A parent is older than its child; otherwise another process has its number by now.
            if (parent != m_byPid.end() &&
                m_owners[parent->second]->id.startTime <= m_owners[i]->id.startTime) {
                addDescendant(parent->second, i);
                m_children.insert(i);
            }
        }
    }

    void joinByAncestors(const AncestorsOf& ancestorsOf)
    {
        std::size_t asked = 0;
        for (std::size_t i = 0; i < m_owners.size() && asked < kMaxAsked; ++i) {
            if (m_children.contains(i)) {
                continue;  // it has the same ancestors as its parent
            }
            ++asked;
            for (const RelatedProcess& ancestor : ancestorsOf(*m_owners[i])) {
                const auto found = m_byPid.find(ancestor.id.pid);
                if (found != m_byPid.end() && m_owners[found->second]->id == ancestor.id) {
                    addDescendant(found->second, i);
                }
            }
        }
    }

    void addDescendant(std::size_t ancestor, std::size_t descendant)
    {
        if (ancestor != descendant) {
            m_parents.insert(ancestor);
            join(descendant, ancestor);
        }
    }

    [[nodiscard]] std::vector<OwnerFamily> families()
    {
        std::vector<OwnerFamily> families;
        std::map<std::size_t, std::size_t> byHead;
        for (std::size_t i = 0; i < m_owners.size(); ++i) {
            const auto [entry, isNew] = byHead.try_emplace(headOf(i), families.size());
            if (isNew) {
                families.emplace_back();
            }
            OwnerFamily& family = families[entry->second];
            family.members.push_back(m_owners[i]);
            if (m_parents.contains(i)) {
                family.parents.push_back(m_owners[i]);
            }
        }
        return families;
    }

    const OwnerSet& m_owners;
    std::vector<std::size_t> m_heads;  ///< By owner, the index of a related one or its own.
    std::map<std::uint32_t, std::size_t> m_byPid;
    std::set<std::size_t> m_parents;   ///< Owners of which another owner descends.
    std::set<std::size_t> m_children;  ///< Owners whose parent is an owner, too.
};

}  // namespace

std::vector<OwnerFamily> familiesOf(const OwnerSet& owners, const AncestorsOf& ancestorsOf)
{
    return FamilyFinder(owners).find(ancestorsOf);
}

}  // namespace quaywatch
