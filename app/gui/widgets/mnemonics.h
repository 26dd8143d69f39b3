// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QMenu;

namespace quaywatch {

/// Gives each entry of a menu a mnemonic that no other entry has, in any language: the first letter
/// or digit of a word if possible. Entries that have one keep it. An entry stays without one if all
/// its letters are used. Call it when the menu is complete.
void addMnemonics(QMenu& menu);

}  // namespace quaywatch
