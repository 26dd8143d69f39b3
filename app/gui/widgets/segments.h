// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTabBar>

namespace quaywatch {

/// A few choices, of which one is on, as one control with round ends: the views of the window, the
/// time span of the charts. The arrow keys move between them; currentChanged() reports a choice.
class Segments final : public QTabBar {
    Q_OBJECT

public:
    /// @param name  What is chosen, for screen readers.
    explicit Segments(const QString& name, QWidget* parent = nullptr);

    /// @param tip  Plain text; empty for none.
    void add(const QString& text, const QString& tip = {});
};

}  // namespace quaywatch
