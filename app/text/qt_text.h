// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The boundary between untrusted bytes and Qt. Many Qt widgets guess whether a text is HTML, or
/// remove an ampersand or a "[*]". Each kind of destination has its own function here, which takes
/// text that already went through plainText(). All but fullPlainText() return no more than
/// BoundedText allows.

#pragma once

#include <cstddef>
#include <optional>
#include <QString>
#include <string>
#include <string_view>

class QLabel;
class QWidget;

namespace quaywatch {

/// Trusted text (tokens, registry names, sentences of core): UTF-8, unchanged.
[[nodiscard]] QString fromUtf8(std::string_view text);

/// Untrusted bytes as one line without control, bidi or invalid characters; cut at `limit` bytes,
/// with long words cut as BoundedText does. For item views, plain labels, line edits, plain text
/// edits and status bars.
[[nodiscard]] QString plainText(std::string_view bytes, std::size_t limit = 512);
/// The same without a cut: for the clipboard, and for ValueDocument, which cuts the text and offers
/// the rest.
[[nodiscard]] QString fullPlainText(std::string_view bytes);
/// The same for a text that may be missing: then it is empty.
[[nodiscard]] QString plainOrEmpty(const std::optional<std::string>& maybe);

/// For tool tips and every other destination that guesses: rich text that shows `plain` unchanged.
/// Empty for empty text, so that no empty tip pops up.
[[nodiscard]] QString forTip(const QString& plain);
/// For menus, buttons, tabs and dock titles, where & marks a shortcut.
[[nodiscard]] QString forMenu(const QString& plain);
/// For window titles, where "[*]" marks a modified document.
[[nodiscard]] QString forTitle(const QString& plain);

/// Makes a label that never interprets its text as HTML. Selectable by mouse and keyboard if
/// requested.
[[nodiscard]] QLabel* makePlainLabel(const QString& text = {}, QWidget* parent = nullptr,
                                     bool isSelectable = false);

}  // namespace quaywatch
