// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QEvent;

namespace quaywatch {

class PageStack;
class Settings;

/// The size of the text in the tables: Ctrl and the mouse wheel over a table, or Ctrl+Plus,
/// Ctrl+Minus and Ctrl+0. The settings keep it. For the GUI thread.
class TableZoom final : public QObject {
    Q_OBJECT

public:
    static constexpr int kLeastPercent = 70;
    static constexpr int kMaxPercent = 250;

    /// @param pages  Must outlive this object, and so must the settings.
    TableZoom(PageStack& pages, Settings& settings, QWidget* window);

    void zoomIn() { change(kStep); }
    void zoomOut() { change(-kStep); }
    void reset();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static constexpr int kStep = 10;  // percent

    void addKeys(QWidget& window);
    void change(int by);
    void apply();

    PageStack& m_pages;
    Settings& m_settings;
    int m_wheel = 0;  // turned since the last step, in eighths of a degree
};

}  // namespace quaywatch
