// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/alert_marks.h"

#include <cstddef>
#include <cstdint>
#include <QAbstractItemModel>
#include <span>
#include <utility>
#include <vector>

namespace quaywatch {

/// A model whose top-level rows are slots: numbers that stay with the same item, in an order that
/// the model keeps. A new order costs at most one insertion at the end, one layout change and one
/// removal at the end. Persistent indexes follow their slots; those of a removed slot become
/// invalid, because moving a selection to a neighbor would select a row that the user did not
/// choose.
///
/// Indexes of top-level rows have internal id 0, those of child rows any other.
class OrderedModel : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    /// Which rows are still to be highlighted. The view has to be repainted.
    void setAlertMarks(AlertMarksPtr marks) { m_marks = std::move(marks); }

signals:
    /// The rows are about to change because of an update, not because the user changed the order or
    /// the filter. applied() follows.
    void aboutToApply();
    /// The rows, their order or their number may have changed; the change is complete.
    void applied();

protected:
    using Slots = std::vector<std::uint32_t>;

    /// The strict total order of the rows that settle() receives.
    [[nodiscard]] virtual bool isBefore(std::uint32_t slot, std::uint32_t other) const = 0;

    /// Null if they are not known.
    [[nodiscard]] const AlertMarks* alertMarks() const noexcept { return m_marks.get(); }
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
    /// Sorts some slots by isBefore(). A model that can sort many slots faster overrides this.
    [[nodiscard]] virtual Slots sorted(Slots chosen) const;
    /// Returns an order with some more slots, each inserted in its position.
    [[nodiscard]] Slots merged(const Slots& order, Slots placed) const;
    /// Sets a new order, and notifies the views.
    /// @return Whether the layout changed, so that every visible row is repainted anyway.
    bool settle(Slots order);
    /// Notifies the views that the data of these rows, if shown, changed: one signal for all rows.
    void announce(const Slots& changed) { announce(changed, 0, columnCount() - 1); }
    /// The same for some of their columns.
    void announce(const Slots& changed, int firstColumn, int lastColumn);

private:
    void mergeInto(Slots& result, std::span<const std::uint32_t> order,
                   std::span<const std::uint32_t> placed) const;
    void changeLayout(Slots order, const std::vector<int>& newRows);

    AlertMarksPtr m_marks;
    Slots m_order;
    std::vector<int> m_rows;  // by slot
};

}  // namespace quaywatch
