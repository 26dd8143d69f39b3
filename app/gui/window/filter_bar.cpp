// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/filter_bar.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/widgets/icons.h"
#include "app/text/core_text.h"
#include "app/text/filter_words.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStringListModel>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kLeastEditWidth = 120;

/// Completes the last word of a line and keeps the text before it.
class LastWordCompleter final : public QCompleter {
public:
    LastWordCompleter(QStringListModel* words, QLineEdit* edit)
        : QCompleter(words, edit)
        , m_words(words)
        , m_edit(edit)
    {
        setCaseSensitivity(Qt::CaseInsensitive);
    }
    [[nodiscard]] QStringList splitPath(const QString& path) const override
    {
        const QString word = path.mid(startOfLastWord(path));
        // An empty word would offer all words after each blank, and a whole one itself.
        return {word.isEmpty() || isWhole(word) ? QString(QChar(0xFFFF)) : word};
    }
    [[nodiscard]] QString pathFromIndex(const QModelIndex& index) const override
    {
        const QString text = m_edit->text();
        return text.left(startOfLastWord(text)) + QCompleter::pathFromIndex(index);
    }

    static qsizetype startOfLastWord(const QString& text)
    {
        qsizetype start = text.size();
        while (start > 0 && !u" (!|"_s.contains(text.at(start - 1))) {
            --start;
        }
        return start;
    }

private:
    /// Whether the only word that begins like this one is the word itself.
    [[nodiscard]] bool isWhole(const QString& word) const
    {
        const QStringList words = m_words->stringList();
        return words.contains(word, Qt::CaseInsensitive) &&
               std::count_if(words.begin(), words.end(), [&word](const QString& each) {
                   return each.startsWith(word, Qt::CaseInsensitive);
               }) == 1;
    }

    QStringListModel* m_words;
    QLineEdit* m_edit;
};

}  // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_error(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    buildEdit();
    row->addWidget(m_edit, 1);
    // The input field gets the remaining width, and shrinks before the names of the views do.
    m_edit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_edit->setMinimumWidth(kLeastEditWidth);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addChip(u"is:unexpected"_s, tr("Unexpected"), tr("Only unexpected activity"));
    addChip(u"is:exposed"_s, tr("Exposed"), tr("Only listeners that are not bound to loopback"));
    addChip(u"proto:tcp"_s, tr("TCP"), tr("Only TCP"));
    addChip(u"proto:udp"_s, tr("UDP"), tr("Only UDP"));
    buildMore();

    m_error->setObjectName(u"filterError"_s);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setFrameShape(QFrame::StyledPanel);
    m_error->setMargin(6);
    m_error->setAutoFillBackground(true);
    m_error->hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(120ms);
    connect(&m_delay, &QTimer::timeout, this, &FilterBar::apply);
}

void FilterBar::buildEdit()
{
    m_edit->setObjectName(u"filterEdit"_s);
    m_edit->setClearButtonEnabled(true);
    m_edit->setPlaceholderText(tr("Filter: port:80,443 process:nginx is:exposed   (Ctrl+F)"));
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setAccessibleDescription(tr("Shows only the sockets that match"));
    m_search = m_edit->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_words = new QStringListModel(filterVocabulary(), this);
    m_edit->setCompleter(new LastWordCompleter(m_words, m_edit));
    m_edit->completer()->popup()->installEventFilter(this);
    // Before the completer looks for words.
    connect(m_edit, &QLineEdit::textEdited, this, &FilterBar::offerWords);
    m_edit->installEventFilter(this);
    // The magnifying glass is only a picture, and Escape does the same as the clear button, so Tab
    // skips both.
    for (QToolButton* button : m_edit->findChildren<QToolButton*>()) {
        button->setFocusPolicy(Qt::NoFocus);
        button->setAccessibleName(tr("Clear the filter"));
    }
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        updateChips();
        m_delay.start();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterBar::apply);
    setFocusProxy(m_edit);
}

void FilterBar::addChip(const QString& word, const QString& label, const QString& toolTip)
{
    auto* button = new QToolButton(this);
    button->setText(label);
    button->setToolTip(u"%1 (%2)"_s.arg(toolTip, word));
    button->setAccessibleName(label);
    button->setCheckable(true);
    button->setAutoRaise(false);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this,
            [this, word](bool isWanted) { toggleWord(word, isWanted); });
    layout()->addWidget(button);
    m_chips.push_back({word, button});
}

void FilterBar::toggleWord(const QString& word, bool isWanted)
{
    QString text = withoutFilterWord(m_edit->text(), word);
    if (isWanted) {
        // A socket cannot be both TCP and UDP.
        if (word.startsWith("proto:"_L1)) {
            text =
                withoutFilterWord(text, word == "proto:tcp"_L1 ? u"proto:udp"_s : u"proto:tcp"_s);
        }
        text = withFilterWord(text, word);
    }
    setText(text);
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::setText(const QString& text)
{
    m_edit->setText(text);
    apply();
}

void FilterBar::addWord(const QString& word)
{
    setText(withFilterWord(m_edit->text(), word));
}

void FilterBar::removeWord(const QString& word)
{
    setText(withoutFilterWord(m_edit->text(), word));
}

void FilterBar::activate()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::buildMore()
{
    m_more = new QToolButton(this);
    m_more->setText(u"\u2026"_s);
    m_more->setToolTip(tr("More filters"));
    m_more->setAccessibleName(tr("More filters"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_moreMenu = new QMenu(m_more);
    m_more->setMenu(m_moreMenu);
    connect(m_moreMenu, &QMenu::aboutToShow, this, &FilterBar::fillMore);
    layout()->addWidget(m_more);
    m_more->hide();
}

void FilterBar::fillMore()
{
    m_moreMenu->clear();
    for (const Chip& chip : m_chips) {
        if (chip.button->isHidden()) {
            QAction* action = m_moreMenu->addAction(chip.button->text());
            action->setCheckable(true);
            action->setChecked(chip.button->isChecked());
            connect(action, &QAction::triggered, this,
                    [this, word = chip.word](bool isWanted) { toggleWord(word, isWanted); });
        }
    }
}

void FilterBar::fitInto(int width)
{
    const int spacing = layout()->spacing();
    int whole = kLeastEditWidth;
    for (const Chip& chip : m_chips) {
        whole += chip.button->sizeHint().width() + spacing;
    }
    const bool isWhole = width >= whole;
    int left = width - kLeastEditWidth - (m_more->sizeHint().width() + spacing);
    for (const Chip& chip : m_chips) {
        left -= chip.button->sizeHint().width() + spacing;
        chip.button->setVisible(isWhole || left >= 0);
    }
    m_more->setVisible(!isWhole);
}

/// Offers the values of the key that is being typed.
void FilterBar::offerWords()
{
    const QString text = m_edit->text();
    QString word = text.mid(LastWordCompleter::startOfLastWord(text));
    const QString key = word.contains(u':') ? word.section(u':', 0, 0).toLower() : QString();
    if (key == m_offeredKey) {
        return;
    }
    m_offeredKey = key;
    QStringList words = filterVocabulary();
    if (!key.isEmpty() && m_snapshot) {
        words += liveFilterWords(*m_snapshot, key);
        words.removeDuplicates();
    }
    m_words->setStringList(words);
}

QString FilterBar::errorText() const
{
    return m_error->isHidden() ? QString() : m_error->text();
}

void FilterBar::apply()
{
    m_delay.stop();
    const auto filter = Filter::parse(m_edit->text().toStdString());
    if (filter) {
        hideError();
        emit filterChanged(*filter);
    } else {
        showError(filter.error());
    }
}

void FilterBar::showError(const FilterError& error)
{
    // The parser counts bytes, the user counts characters.
    const QByteArray bytes = m_edit->text().toUtf8();
    const auto place = QString::fromUtf8(bytes.left(static_cast<qsizetype>(error.position))).size();
    m_error->setText(
        tr("%1 (at character %2)").arg(CoreText::of(error.message), QString::number(place + 1)));
    // Shown over the table, so that the table does not move.
    m_error->setParent(window());
    colorError();
    m_error->adjustSize();
    placeError();
    m_error->show();
    m_error->raise();
    m_edit->setProperty("invalid", true);
    m_edit->setAccessibleDescription(m_error->text());
    m_edit->update();
}

void FilterBar::colorError()
{
    const PaletteColors& colors = PaletteColors::of(palette());
    QPalette warning = palette();
    warning.setColor(QPalette::Window, colors.base);
    warning.setColor(QPalette::WindowText, colors.warning);
    m_error->setPalette(warning);
}

/// The error has a palette of its own, and the field keeps pictures of its icons.
void FilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    const bool isLook =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (!isLook || m_search == nullptr) {
        return;
    }
    m_search->setIcon(themedIcon(u"search"_s));
    if (!m_error->isHidden()) {
        colorError();
    }
}

void FilterBar::hideError()
{
    if (m_error->isHidden()) {
        return;
    }
    m_error->hide();
    m_edit->setProperty("invalid", false);
    m_edit->setAccessibleDescription(tr("Shows only the sockets that match"));
    m_edit->update();
}

void FilterBar::placeError()
{
    const QWidget* words = m_edit->completer()->popup();
    const int below = words->isVisible() ? words->height() : 0;  // not under them
    m_error->move(m_edit->mapTo(window(), QPoint(0, m_edit->height() + 4 + below)));
}

void FilterBar::updateChips()
{
    const QStringList words = filterWords(m_edit->text());
    for (const Chip& chip : m_chips) {
        chip.button->setChecked(words.contains(chip.word, Qt::CaseInsensitive));
    }
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            if (m_edit->text().isEmpty()) {
                emit left();
            } else {
                clear();
            }
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            emit left();
            return true;
        }
    }
    const bool isMoved = event->type() == QEvent::Resize || event->type() == QEvent::Show ||
                         event->type() == QEvent::Hide;
    if (isMoved && !m_error->isHidden()) {
        // After the event has been handled.
        QMetaObject::invokeMethod(this, &FilterBar::placeError, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace quaywatch
