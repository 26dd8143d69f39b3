// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>

#include <memory>

class QTextTable;

namespace quaywatch {

/// A page of headings, named values, paragraphs and commands that can be selected and copied. All
/// text is inserted as plain text: nothing a stranger wrote is ever read as HTML.
///
/// A page is built between begin() and end(), from top to bottom. A page that comes out the same
/// leaves the selection alone; another keeps the scroll position.
class ValueDocument final : public QTextBrowser {
    Q_OBJECT

public:
    enum class Tone { Plain, Dim, Warning, Good };

    explicit ValueDocument(QWidget* parent = nullptr);

    void begin();
    void title(const QString& text);
    void heading(const QString& text);
    void paragraph(const QString& text, Tone tone = Tone::Plain);
    /// What the program thinks of it, on a tint of the tone.
    void notice(const QString& text, Tone tone);
    void bullet(const QString& text, Tone tone = Tone::Plain);
    /// A named value; one without text is left out.
    void value(const QString& name, const QString& text, bool isMonospace = false);
    /// A named value that can be clicked: linkClicked() tells the target.
    void link(const QString& name, const QString& text, const QString& target);
    /// What can be done about what stands above it, on a line of its own.
    void action(const QString& text, const QString& target);
    /// A command, where it works, and a mark to copy it.
    void command(const QString& where, const QString& text);
    void end();

signals:
    void linkClicked(const QString& target);

protected:
    /// Of files and links, nothing is ever loaded.
    QVariant loadResource(int /*type*/, const QUrl& /*name*/) override { return {}; }

private:
    void startBlock(const QTextBlockFormat& format);
    void insertAnchor(const QString& text, const QString& target);
    QTextCursor startRow(const QString& name);
    [[nodiscard]] QTextCharFormat format(Tone tone) const;
    [[nodiscard]] QTextCharFormat monospace(Tone tone) const;
    void follow(const QUrl& url);

    std::unique_ptr<QTextDocument> m_page;  // Under construction; null otherwise.
    QTextDocument* m_shown = nullptr;       // A child.
    QTextCursor m_cursor;
    QTextTable* m_values = nullptr;  // The table that the next value goes to.
    QStringList m_targets;           // Of the links; their URLs hold the index.
    QString m_fingerprint;
    bool m_isEmpty = true;
};

}  // namespace quaywatch
