// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/notice_bar.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/whole_text_dialog.h"
#include "app/text/bounded_text.h"
#include "app/text/qt_text.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_text(makePlainLabel({}, this, true))
    , m_actionButton(new QToolButton(this))
    , m_all(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setAccessibleName(tr("Notice"));
    m_close->setIcon(themedIcon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setIconSize({16, 16});
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss the notice"));
    m_sign->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_all);
    row->addWidget(m_actionButton);
    row->addWidget(m_close);
    m_actionButton->setAccessibleName(tr("Action of the notice"));
    m_actionButton->hide();
    connect(m_actionButton, &QToolButton::clicked, this, [this] {
        hide();
        std::exchange(m_action, nullptr)();
    });
    m_all->setText(tr("Show all"));
    m_all->hide();
    connect(m_all, &QToolButton::clicked, this,
            [this] { (new WholeTextDialog(m_whole, this))->open(); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::say(Kind kind, const QString& text)
{
    if (kind == Kind::Hint && m_kind == Kind::Problem && !isHidden()) {
        return;
    }
    m_kind = kind;
    showSign();
    m_whole = text;
    const BoundedText part = BoundedText::of(text);
    m_text->setText(part.shown);
    // A label with another name would keep its text from screen readers.
    m_text->setAccessibleName(part.shown);
    m_all->setVisible(part.isCut);
    m_actionButton->hide();
    show();
    update();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::showSign()
{
    const QIcon sign = themedIcon(m_kind == Kind::Problem ? u"warning"_s : u"information"_s);
    m_sign->setPixmap(sign.pixmap(QSize(16, 16), devicePixelRatioF()));
}

/// A pixmap keeps the colors of the theme in which it was made.
void NoticeBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        showSign();
    }
}

void NoticeBar::offer(const QString& text, const QString& button, std::function<void()> action)
{
    if (m_kind == Kind::Problem && !isHidden()) {
        return;
    }
    say(Kind::Hint, text);
    m_action = std::move(action);
    m_actionButton->setText(button);
    m_actionButton->setAccessibleName(button);
    m_actionButton->show();
}

void NoticeBar::clearProblem()
{
    if (m_kind == Kind::Problem) {
        hide();
    }
}

void NoticeBar::withdraw(const QString& text)
{
    if (m_whole == text) {
        hide();
    }
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_whole;
}

void NoticeBar::paintEvent(QPaintEvent* /*event*/)
{
    const PaletteColors& colors = PaletteColors::of(palette());
    QColor tint = m_kind == Kind::Problem ? colors.warning : colors.accent;
    tint.setAlpha(colors.tintAlpha());
    QPainter painter(this);
    painter.fillRect(rect(), tint);
    painter.fillRect(0, height() - 1, width(), 1, colors.line);
}

}  // namespace quaywatch
