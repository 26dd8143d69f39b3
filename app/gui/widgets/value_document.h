// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/widgets/document_badges.h"

#include <QPalette>
#include <QString>
#include <QStringList>
#include <QTextBrowser>
#include <QTextCharFormat>
#include <QTextCursor>
#include <QTextDocument>

#include <memory>
#include <vector>

class QTextTable;

namespace quaywatch {

struct Assessment;

/// A page of headings, named values, paragraphs and commands that can be selected and copied. All
/// text is inserted as plain text: untrusted text is never read as HTML.
///
/// The layout is bounded for any input: texts by BoundedText, lists by kMaxItems. "Show all" and
/// "and 12 more" open the whole text in a window of its own. Copied text is complete.
///
/// A page is built between begin() and end(), from top to bottom. If the new page equals the old
/// one, the selection stays; otherwise the scroll position is kept.
class ValueDocument final : public QTextBrowser {
    Q_OBJECT

public:
    enum class Tone { Plain, Dim, Danger, Warning, Good, Known };
    struct Link {
        QString text;
        QString target;
    };
    /// A mark as in the tables, and what it means.
    struct Badge {
        QString text;
        quaywatch::Tone tone;
        BadgeShape shape;
        QString meaning;
    };
    static constexpr qsizetype kMaxItems = 20;

    explicit ValueDocument(QWidget* parent = nullptr);

    void begin();
    void title(const QString& text);
    void heading(const QString& text);
    /// Adds a heading that opens and closes what follows: linkClicked() passes the target, and the
    /// caller leaves out what is closed.
    void foldableHeading(const QString& text, const QString& target, bool isOpen);
    void paragraph(const QString& text, Tone tone = Tone::Plain);
    /// The tone of an assessment: the color that it has in tables.
    [[nodiscard]] static Tone toneOf(const Assessment& assessment);
    /// An assessment by the program, on a background tinted with the tone.
    void notice(const QString& text, Tone tone);
    void bullet(const QString& text, Tone tone = Tone::Plain);
    void bullets(const QStringList& texts, Tone tone = Tone::Plain);
    /// Adds a line with the number of list items that are not on the page, and a link that shows
    /// them; adds nothing if there are none.
    void more(const QStringList& items);
    /// Adds a named value; one without text is skipped.
    void value(const QString& name, const QString& text, bool isMonospace = false);
    /// Adds a path, in one line: cut in the middle if it is too long, with a link to copy it. The
    /// note follows the path and is not copied.
    void path(const QString& name, const QString& text, const QString& note = {});
    /// Adds several values with the same name, which is shown only once, with the first value.
    void values(const QString& name, const QStringList& texts, bool isMonospace = false);
    /// Adds a named value that can be clicked: linkClicked() passes the target.
    void link(const QString& name, const QString& text, const QString& target);
    void links(const QString& name, const std::vector<Link>& links);
    /// Adds a link for an action on the content above it, in a line of its own.
    void action(const QString& text, const QString& target);
    /// Adds marks in their colors, one in each line.
    void badges(const std::vector<Badge>& badges);
    /// Adds a command, a label that says where it works, and a link to copy it.
    void command(const QString& where, const QString& text);
    void end();

    /// The page as plain text, without anything cut.
    [[nodiscard]] QString wholeText() const;

signals:
    void linkClicked(const QString& target);

protected:
    /// Never loads anything from files or links.
    QVariant loadResource(int /*type*/, const QUrl& /*name*/) override { return {}; }
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    /// Moves to the next or previous link, and announces its text to screen readers.
    bool focusNextPrevChild(bool isNext) override;

private:
    struct Path {
        QTextCursor place;  // Selects what is shown of it.
        QString whole;
        QString note;
        QTextCharFormat format;
    };
    /// What is laid out again when the width changes.
    struct Rows {
        std::vector<QTextTable*> tables;
        std::vector<Path> paths;
    };

    static constexpr int kPageMargin = 14;
    static constexpr QLatin1StringView kCopyPrefix{"copy:"};
    /// Property of a text fragment: the index in m_whole of the text that it represents.
    static constexpr int kWholeProperty = QTextFormat::UserProperty + 1;

    void alignRow(bool isMixed);
    void fitRows();
    void startBlock(const QTextBlockFormat& format);
    void insert(QTextCursor& cursor, const QString& text, const QTextCharFormat& format);
    void insertAnchor(QTextCursor& cursor, const QString& text, const QString& target);
    /// Adds a link that opens the whole text. A copy has `inCopy` in place of the link's label.
    void insertShow(QTextCursor& cursor, const QString& label, const QString& whole,
                    const QString& inCopy);
    [[nodiscard]] QTextCharFormat standingFor(QTextCharFormat format, const QString& whole);
    [[nodiscard]] QString wholeText(int first, int end) const;
    QTextCursor startRow(const QString& name);
    [[nodiscard]] QTextCharFormat format(Tone tone) const;
    [[nodiscard]] QTextCharFormat monospace(Tone tone) const;
    void follow(const QUrl& url);
    void announceLink();

    std::unique_ptr<QTextDocument> m_page;  // Under construction; null otherwise.
    QTextDocument* m_shown = nullptr;       // A child object.
    QPalette m_shownPalette;                // The colors of m_shown.
    QTextCursor m_cursor;
    QTextTable* m_values = nullptr;  // The table for the next value.
    Rows m_built;                    // Of the page under construction.
    Rows m_rows;                     // Of the shown page.
    int m_labelWidth = 0;            // The widest label so far: it stays when a page changes.
    QStringList m_targets;           // Targets of the links, whose URLs hold the index.
    QStringList m_whole;  // Texts that fragments of the page represent; fragments hold the index.
    QString m_fingerprint;
    bool m_isEmpty = true;
};

}  // namespace quaywatch
