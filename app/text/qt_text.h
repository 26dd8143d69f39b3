// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The border between a stranger's bytes and Qt. Many Qt sinks guess whether a text is HTML, eat
/// an ampersand or a "[*]": each kind of sink has its own function here, and takes text that went
/// through plainText() before. All but fullPlainText() give no more than BoundedText allows.

#pragma once

#include <cstddef>
#include <QString>
#include <string_view>

class QLabel;
class QWidget;

namespace quaywatch {

/// Text of ours (tokens, registry names, sentences of core): UTF-8 as it stands.
[[nodiscard]] QString fromUtf8(std::string_view text);

/// A stranger's bytes as one line without control, bidi or invalid characters; cut at `limit`
/// bytes, and within it each word as BoundedText has it. For item views, plain labels, line edits,
/// plain text edits and status bars.
[[nodiscard]] QString plainText(std::string_view bytes, std::size_t limit = 512);
/// The same without a cut: for the clipboard, and for ValueDocument, which cuts and offers the
/// rest.
[[nodiscard]] QString fullPlainText(std::string_view bytes);

/// For tool tips and every other sink that guesses: rich text that shows `plain` to the letter.
/// Empty for empty text, so that no empty tip pops up.
[[nodiscard]] QString forTip(const QString& plain);
/// For menus, buttons, tabs and dock titles, where & marks a shortcut.
[[nodiscard]] QString forMenu(const QString& plain);
/// For window titles, where "[*]" marks a modified document.
[[nodiscard]] QString forTitle(const QString& plain);

/// A label that never takes its text for HTML. Selectable by mouse and keyboard if asked for.
[[nodiscard]] QLabel* makePlainLabel(const QString& text = {}, QWidget* parent = nullptr,
                                     bool isSelectable = false);

}  // namespace quaywatch
