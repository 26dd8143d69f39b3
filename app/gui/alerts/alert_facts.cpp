// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/alerts/alert_facts.h"

#include "app/gui/widgets/whole_text_dialog.h"
#include "app/text/bounded_text.h"
#include "app/text/core_text.h"
#include "app/text/qt_text.h"

#include <QLabel>
#include <QScrollArea>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

AlertFacts::AlertFacts(QWidget* parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_text(makePlainLabel({}, m_area, /*isSelectable=*/true))
    , m_allButton(new QToolButton(this))
{
    m_text->setObjectName(u"alertFacts"_s);
    m_text->setAccessibleName(tr("Facts about the alert"));
    m_text->setContentsMargins(14, 10, 14, 12);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_area->setWidget(m_text);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_allButton->setText(tr("Show all"));
    m_allButton->setAutoRaise(true);
    m_allButton->hide();
    connect(m_allButton, &QToolButton::clicked, this,
            [this] { (new WholeTextDialog(m_wholeText, this))->open(); });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_area);
    column->addWidget(m_allButton, 0, Qt::AlignLeft);
    hide();
}

void AlertFacts::showAlert(const AlertEntry* entry, bool isClosed)
{
    setVisible(entry != nullptr);
    if (entry == nullptr) {
        return;
    }
    QStringList lines{CoreText::whole(entry->alert.reason)};
    for (const Message& fact : entry->alert.evidence) {
        lines.append(u"\u2022 "_s + CoreText::whole(fact));
    }
    if (isClosed) {
        lines.append(tr("The socket is closed now."));
    }
    if (!entry->alert.socket) {
        lines.append(tr("Press Enter to show these rows."));
    }
    if (entry->isMuted) {
        lines.append(tr("It is muted, and not counted as new."));
    }
    m_wholeText = lines.join(u'\n');
    const BoundedText part = BoundedText::of(m_wholeText);
    m_text->setText(part.shown);
    // A label with another name would keep its text from screen readers.
    m_text->setAccessibleName(part.shown);
    m_allButton->setVisible(part.isCut);
    fit();
}

void AlertFacts::setHeightLimit(int height)
{
    m_heightLimit = height;
    fit();
}

void AlertFacts::fit()
{
    // Without a text there is no height for its width.
    if (const int needed = m_text->heightForWidth(m_area->viewport()->width()); needed > 0) {
        m_area->setFixedHeight(std::min(needed, m_heightLimit));
    }
}

}  // namespace quaywatch
