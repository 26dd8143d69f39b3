// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/scrolled_column.h"

#include "app/gui/widgets/screen_fit.h"

#include <QDialog>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace quaywatch {

ScrolledColumn::ScrolledColumn(QDialog& dialog)
    : m_dialog(dialog)
    , m_content(new QVBoxLayout)
    , m_below(new QVBoxLayout)
{
    auto* area = new QScrollArea(&dialog);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    page->setLayout(m_content);
    m_content->setContentsMargins(16, 16, 16, 0);
    m_content->setSpacing(12);
    area->setWidget(page);
    m_below->setContentsMargins(16, 12, 16, 14);
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(area, 1);
    column->addLayout(m_below);
}

void ScrolledColumn::fit(int leastWidth) const
{
    const int width = std::max(leastWidth, m_content->minimumSize().width());
    const int height = m_content->hasHeightForWidth() ? m_content->totalHeightForWidth(width)
                                                      : m_content->sizeHint().height();
    m_dialog.resize(fittingSize(m_dialog, QSize(width, height + m_below->sizeHint().height())));
}

}  // namespace quaywatch
