// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPainter;
class QStyleOptionTab;

namespace quaywatch {

/// Draws the panel of one tab. The tabs of a bar form one control with round ends. For the GUI
/// thread.
void paintTab(QPainter& painter, const QStyleOptionTab& option);

}  // namespace quaywatch
