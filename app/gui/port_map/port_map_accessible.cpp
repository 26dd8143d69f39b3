// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_accessible.h"

#include "app/gui/port_map/port_map_widget.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace quaywatch {
namespace {

class AccessibleCell final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleCell(PortMapWidget& map, int cell)
        : m_map(&map)
        , m_cell(cell)
    {
    }
    [[nodiscard]] int cell() const { return m_cell; }

    bool isValid() const override { return m_map && m_cell < m_map->view().cellCount(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_map ? m_map->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_map);
    }
    QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    QAccessibleInterface* childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface* /*child*/) const override { return -1; }
    QString text(QAccessible::Text text) const override
    {
        return text == QAccessible::Name && isValid() ? m_map->phraseOf(m_cell) : QString();
    }
    void setText(QAccessible::Text /*text*/, const QString& /*value*/) override {}
    QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect face = m_map->grid().face(m_cell);
        return {m_map->mapToGlobal(face.topLeft()), face.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool isCurrent = m_map->view().cellOf(m_map->currentPort()) == m_cell;
        state.focusable = true;
        state.selectable = true;
        state.selected = isCurrent;
        state.focused = isCurrent && m_map->hasFocus();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& name) override
    {
        if (isValid() && actionNames().contains(name)) {
            m_map->setFocus();
            m_map->setCurrentPort(m_map->view().rangeOf(m_cell).first);
        }
    }
    QStringList keyBindingsForAction(const QString& /*name*/) const override { return {}; }

private:
    QPointer<PortMapWidget> m_map;
    int m_cell;
};

class AccessibleMap final : public QAccessibleWidget {
public:
    explicit AccessibleMap(PortMapWidget& map)
        : QAccessibleWidget(&map, QAccessible::List)
    {
    }
    ~AccessibleMap() override
    {
        for (const QAccessible::Id id : std::as_const(m_cells)) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }
    AccessibleMap(const AccessibleMap&) = delete;
    AccessibleMap& operator=(const AccessibleMap&) = delete;

    int childCount() const override { return map().view().cellCount(); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        if (const auto known = m_cells.constFind(index); known != m_cells.constEnd()) {
            return QAccessible::accessibleInterface(*known);
        }
        auto* cell = new AccessibleCell(map(), index);
        // The accessibility registry owns the object from now on.
        m_cells.insert(index, QAccessible::registerAccessibleInterface(cell));
        return cell;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* cell = dynamic_cast<const AccessibleCell*>(child);
        return cell == nullptr ? -1 : cell->cell();
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const auto cell = map().grid().cellAt(map().mapFromGlobal(QPoint(x, y)));
        return cell ? child(*cell) : nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        const auto cell = map().view().cellOf(map().currentPort());
        return map().hasFocus() && cell ? child(*cell) : nullptr;
    }

private:
    [[nodiscard]] PortMapWidget& map() const { return *static_cast<PortMapWidget*>(widget()); }

    mutable QHash<int, QAccessible::Id> m_cells;
};

QAccessibleInterface* make(const QString& /*className*/, QObject* object)
{
    auto* map = qobject_cast<PortMapWidget*>(object);
    return map == nullptr ? nullptr : new AccessibleMap(*map);
}

}  // namespace

void makePortMapAccessible()
{
    static const bool kIsInstalled = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    static_cast<void>(kIsInstalled);
}

}  // namespace quaywatch
