// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/segments.h"

#include "app/text/qt_text.h"

namespace quaywatch {

Segments::Segments(const QString& name, QWidget* parent)
    : QTabBar(parent)
{
    setExpanding(false);
    setDrawBase(false);
    setAccessibleName(name);
}

void Segments::add(const QString& text, const QString& tip)
{
    const int index = addTab(text);
    setTabToolTip(index, tip.isEmpty() ? QString() : forTip(tip));
}

}  // namespace quaywatch
