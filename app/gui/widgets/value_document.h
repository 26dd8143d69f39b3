// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>

#include <memory>
#include <vector>

class QTextTable;

namespace quaywatch {

/// A page of headings, named values, paragraphs and commands that can be selected and copied. All
/// text is inserted as plain text: nothing a stranger wrote is ever read as HTML.
///
/// What is laid out is bounded, whatever it is given: texts as BoundedText has it, lists to
/// kMaxItems. "Show all" and "and 12 more" open the rest in a view of its own; what is copied is
/// whole.
///
/// A page is built between begin() and end(), from top to bottom. A page that comes out the same
/// leaves the selection alone; another keeps the scroll position.
class ValueDocument final : public QTextBrowser {
    Q_OBJECT

public:
    enum class Tone { Plain, Dim, Warning, Good };
    struct Link {
        QString text;
        QString target;
    };
    static constexpr qsizetype kMaxItems = 20;

    explicit ValueDocument(QWidget* parent = nullptr);

    void begin();
    void title(const QString& text);
    void heading(const QString& text);
    void paragraph(const QString& text, Tone tone = Tone::Plain);
    /// What the program thinks of it, on a tint of the tone.
    void notice(const QString& text, Tone tone);
    void bullet(const QString& text, Tone tone = Tone::Plain);
    void bullets(const QStringList& texts, Tone tone = Tone::Plain);
    /// A line that tells how many items of a list are not on the page, and shows them; none if
    /// there are none.
    void more(const QStringList& items);
    /// A named value; one without text is left out.
    void value(const QString& name, const QString& text, bool isMonospace = false);
    /// The same for several of one name, which stands at the first.
    void values(const QString& name, const QStringList& texts, bool isMonospace = false);
    /// A named value that can be clicked: linkClicked() tells the target.
    void link(const QString& name, const QString& text, const QString& target);
    void links(const QString& name, const std::vector<Link>& links);
    /// What can be done about what stands above it, on a line of its own.
    void action(const QString& text, const QString& target);
    /// A command, where it works, and a mark to copy it.
    void command(const QString& where, const QString& text);
    void end();

    /// The page as plain text, with nothing left out.
    [[nodiscard]] QString wholeText() const;

signals:
    void linkClicked(const QString& target);

protected:
    /// Of files and links, nothing is ever loaded.
    QVariant loadResource(int /*type*/, const QUrl& /*name*/) override { return {}; }
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;

private:
    void startBlock(const QTextBlockFormat& format);
    void insert(QTextCursor& cursor, const QString& text, const QTextCharFormat& format);
    void insertAnchor(QTextCursor& cursor, const QString& text, const QString& target);
    /// Opens a whole text; stands for nothing in what is copied, or for `inCopy`.
    void insertShow(QTextCursor& cursor, const QString& label, const QString& whole,
                    const QString& inCopy);
    [[nodiscard]] QTextCharFormat standingFor(QTextCharFormat format, const QString& whole);
    [[nodiscard]] QString wholeText(int first, int end) const;
    QTextCursor startRow(const QString& name);
    [[nodiscard]] QTextCharFormat format(Tone tone) const;
    [[nodiscard]] QTextCharFormat monospace(Tone tone) const;
    void follow(const QUrl& url);

    std::unique_ptr<QTextDocument> m_page;  // Under construction; null otherwise.
    QTextDocument* m_shown = nullptr;       // A child.
    QTextCursor m_cursor;
    QTextTable* m_values = nullptr;  // The table that the next value goes to.
    QStringList m_targets;           // Of the links; their URLs hold the index.
    QStringList m_whole;             // What pieces of the page stand for; they hold the index.
    QString m_fingerprint;
    bool m_isEmpty = true;
};

}  // namespace quaywatch
