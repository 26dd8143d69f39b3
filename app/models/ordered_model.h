// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <QAbstractItemModel>
#include <span>
#include <vector>

namespace quaywatch {

/// A model whose top-level rows are slots, numbers that stay with what they stand for, in an
/// order of the model's own. A new order costs at most one insertion at the end, one change of
/// layout and one removal at the end; persistent indexes follow their slots, and those of a slot
/// that goes become invalid: moved to a neighbor, a selection would be of what nobody chose.
///
/// Indexes of top-level rows have internal id 0, those below any other.
class OrderedModel : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

signals:
    /// What is shown is about to follow what happened, which nobody asked for: neither a sort nor
    /// a filter. applied() follows.
    void aboutToApply();
    /// Rows, their order or their number may have changed and are settled.
    void applied();

protected:
    using Slots = std::vector<std::uint32_t>;

    /// The strict total order settle() is to be given.
    [[nodiscard]] virtual bool isBefore(std::uint32_t slot, std::uint32_t other) const = 0;

    [[nodiscard]] const Slots& order() const noexcept { return m_order; }
    [[nodiscard]] std::uint32_t slotAt(int row) const
    {
        return m_order[static_cast<std::size_t>(row)];
    }
    /// The row of a slot; -1 if it is not shown.
    [[nodiscard]] int rowOf(std::uint32_t slot) const
    {
        return slot < m_rows.size() ? m_rows[slot] : -1;
    }

    /// An order without some of its slots.
    [[nodiscard]] static Slots without(const Slots& leaving, const Slots& order);
    [[nodiscard]] Slots without(const Slots& leaving) const { return without(leaving, m_order); }
    /// Some slots by isBefore(). For a model that has a quicker way to sort many.
    [[nodiscard]] virtual Slots sorted(Slots chosen) const;
    /// An order with some more slots, each put where it belongs.
    [[nodiscard]] Slots merged(const Slots& order, Slots placed) const;
    /// Makes this the order, and tells the views.
    /// @return Whether the layout changed, so that every visible row is painted anew anyway.
    bool settle(Slots order);
    /// Tells the views that these rows, where shown, have other data: one signal for them all.
    void announce(const Slots& changed) { announce(changed, 0, columnCount() - 1); }
    /// The same of some of their columns.
    void announce(const Slots& changed, int firstColumn, int lastColumn);

private:
    void mergeInto(Slots& result, std::span<const std::uint32_t> order,
                   std::span<const std::uint32_t> placed) const;
    void changeLayout(Slots order, const std::vector<int>& newRows);

    Slots m_order;
    std::vector<int> m_rows;  // by slot
};

}  // namespace quaywatch
