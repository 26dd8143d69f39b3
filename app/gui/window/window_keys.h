// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

class QAction;
class QKeySequence;
class QWidget;

namespace quaywatch {

class MonitorController;
class PageStack;
class RowActions;
class WindowToolBar;

/// The keys of the window that no button or menu has: those for rows, and those that work
/// everywhere.
class WindowKeys final : public QObject {
    Q_OBJECT

public:
    /// The objects that the keys act on; all must outlive this object.
    struct Parts {
        MonitorController& monitor;
        PageStack& pages;
        WindowToolBar& toolBar;
        RowActions& rowActions;
    };

    WindowKeys(const Parts& parts, QWidget* window);

private:
    void addRowKeys();
    void addWindowKeys();
    void addPageKeys();
    QAction* addRowKey(const QString& text, const QList<QKeySequence>& keys);
    QAction* addWindowKey(const QKeySequence& key);
    void togglePause();
    void activateSearch();
    void clearSearch();
    void step(int by);

    Parts m_parts;
    QWidget* m_window;
};

}  // namespace quaywatch
