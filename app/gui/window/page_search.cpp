// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/page_search.h"

#include "app/gui/page/page.h"
#include "app/gui/widgets/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

#include <chrono>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMinSearchWidth = 120;
constexpr int kMaxSearchLength = 200;

}  // namespace

PageSearch::PageSearch(QWidget* parent)
    : QLineEdit(parent)
{
    setObjectName(u"pageSearch"_s);
    setClearButtonEnabled(true);
    setMaxLength(kMaxSearchLength);
    setAccessibleName(tr("Search"));
    addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(kMinSearchWidth);
    // The magnifying glass is only a picture, and Escape does the same as the clear button, so Tab
    // skips both.
    for (QToolButton* button : findChildren<QToolButton*>()) {
        button->setFocusPolicy(Qt::NoFocus);
        button->setAccessibleName(tr("Clear the search"));
    }
    m_delay.setSingleShot(true);
    m_delay.setInterval(200ms);
    connect(&m_delay, &QTimer::timeout, this, &PageSearch::apply);
    connect(this, &QLineEdit::textChanged, this, [this] { m_delay.start(); });
    connect(this, &QLineEdit::returnPressed, this, &PageSearch::apply);
}

void PageSearch::showPage(Page& page)
{
    if (m_page != &page) {
        if (m_page != nullptr) {
            apply();  // what was typed last
            disconnect(m_page, &Page::searchChanged, this, nullptr);
        }
        m_page = &page;
        connect(m_page, &Page::searchChanged, this, &PageSearch::showText);
        //: The hint of an empty search field: what it finds on this page, and its keys.
        setPlaceholderText(tr("%1   (Ctrl+F)").arg(page.searchHint()));
        setAccessibleDescription(page.searchHint());
    }
    showText();
}

void PageSearch::showText()
{
    if (text() != m_page->search()) {
        setText(m_page->search());
    }
    m_delay.stop();
}

void PageSearch::apply()
{
    m_delay.stop();
    if (m_page != nullptr && text() != m_page->search()) {
        m_page->setSearch(text());
    }
}

void PageSearch::activate()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void PageSearch::reset()
{
    clear();
    apply();
}

void PageSearch::keyPressEvent(QKeyEvent* event)
{
    const bool isEscape = event->key() == Qt::Key_Escape;
    if (isEscape && !text().isEmpty()) {
        reset();
    } else if (m_page != nullptr && (isEscape || event->key() == Qt::Key_Down)) {
        m_page->focusTarget().setFocus();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

}  // namespace quaywatch
