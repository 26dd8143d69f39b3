// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPalette;
class QTextDocument;

namespace quaywatch {

/// Gives a document whose colors come from one palette those of another palette, so that a page
/// that stays open follows a change of the theme. Other colors stay. For the GUI thread.
void recolor(QTextDocument& document, const QPalette& from, const QPalette& to);

}  // namespace quaywatch
