// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/sockets/empty_text.h"

#include "app/text/qt_text.h"

#include <QAbstractItemView>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quaywatch {

EmptyText::EmptyText(Texts texts, QAbstractItemView& view)
    : QWidget(view.viewport())
    , m_texts(std::move(texts))
    , m_view(view)
    , m_text(makePlainLabel({}, this))
    , m_clear(new QPushButton(tr("Clear the filter"), this))
{
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_clear->setAccessibleName(m_clear->text());
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_text);
    column->addWidget(m_clear, 0, Qt::AlignHCenter);
    auto* grid = new QGridLayout(view.viewport());
    grid->addWidget(this, 0, 0, Qt::AlignCenter);
    connect(m_clear, &QPushButton::clicked, this, &EmptyText::clearRequested);
}

void EmptyText::explain(const Snapshot* snapshot, bool isFiltered)
{
    m_text->setText(reason(snapshot, isFiltered));
    m_clear->setVisible(snapshot != nullptr && isFiltered);
    setVisible(m_view.model()->rowCount() == 0);
}

QString EmptyText::reason(const Snapshot* snapshot, bool isFiltered) const
{
    if (snapshot == nullptr) {
        return tr("Reading the sockets…");
    }
    if (isFiltered) {
        return m_texts.noMatch;
    }
    if (incompleteTable(*snapshot) != nullptr) {
        return m_texts.unread;
    }
    const bool hasOthers =
        std::any_of(snapshot->gaps.begin(), snapshot->gaps.end(),
                    [](const Gap& gap) { return gap.kind == Gap::Kind::Namespace; });
    return hasOthers ? m_texts.elsewhere : m_texts.nothing;
}

}  // namespace quaywatch
