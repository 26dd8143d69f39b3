// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

namespace quaywatch {

/// What the numbers of the window count: one sentence for each kind of number. Every place that
/// shows a number of that kind (tab, status bar, map, charts) has the sentence in its tool tip.
class CountText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::CountText)

public:
    [[nodiscard]] static QString listening();
    [[nodiscard]] static QString connections();
    [[nodiscard]] static QString unexpected();
    [[nodiscard]] static QString unassigned();
    [[nodiscard]] static QString unreadAlerts();
    /// Of the charts: fewer than the connections of the table.
    [[nodiscard]] static QString openConnections();
    [[nodiscard]] static QString newConnections();
    /// Adds that a filter restricts what is counted.
    [[nodiscard]] static QString filtered(const QString& sentence);
};

}  // namespace quaywatch
