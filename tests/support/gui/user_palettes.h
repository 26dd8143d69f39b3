// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

namespace quaywatch::test {

/// A palette as users with weak eyes choose one.
inline QPalette yellowOnBlack()
{
    QPalette palette(Qt::black);
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
        palette.setColor(role, Qt::black);
    }
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(role, Qt::yellow);
    }
    palette.setColor(QPalette::Highlight, QColor(0, 200, 255));
    return palette;
}

inline QPalette brownOnCream()
{
    QPalette palette(QColor(0xf4, 0xe9, 0xd2));
    palette.setColor(QPalette::Window, QColor(0xf4, 0xe9, 0xd2));
    palette.setColor(QPalette::Base, QColor(0xfb, 0xf5, 0xe6));
    palette.setColor(QPalette::AlternateBase, QColor(0xf1, 0xe4, 0xc9));
    palette.setColor(QPalette::WindowText, QColor(0x4a, 0x33, 0x1c));
    palette.setColor(QPalette::Text, QColor(0x4a, 0x33, 0x1c));
    palette.setColor(QPalette::Highlight, QColor(0xb0, 0x6a, 0x2c));
    return palette;
}

}  // namespace quaywatch::test
