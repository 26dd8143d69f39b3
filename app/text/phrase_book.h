// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <QString>
#include <QStringList>
#include <vector>

namespace quaywatch {

/// Translates finished sentences by the phrases they were made from. "%1 took over from %2" finds
/// the values of the placeholders, and inserts them into the phrase of another language. A value
/// that is itself a phrase ("the kernel") is also translated; any other value stays as it is.
///
/// A sentence that matches no phrase stays as it is. So do all sentences if every phrase is
/// translated to itself.
class PhraseBook {
public:
    using Translate = std::function<QString(const char* phrase)>;

    /// @param phrases    With %1 to %9, each once and none next to another, and without a full stop
    ///                   at the end; must outlive the book.
    /// @param translate  Returns the phrase in the user's language, with the same placeholders.
    PhraseBook(const std::vector<const char*>& phrases, Translate translate);

    /// @param english  Plain text: a phrase, sentences that each end in a full stop, a phrase
    ///                 after "...: " or before "(...)", or phrases separated by commas.
    [[nodiscard]] QString translated(const QString& english) const;

private:
    struct Phrase {
        const char* source;
        QStringList literals;     ///< The text before, between and after the placeholders.
        std::vector<int> places;  ///< The number of each placeholder, 1 for %1.
    };
    struct Match {
        const Phrase* phrase = nullptr;
        QStringList values;  ///< Values of the placeholders, in the phrase's order.
    };

    [[nodiscard]] Match find(const QString& text) const;
    [[nodiscard]] bool isCause(const QString& text) const;
    [[nodiscard]] QString filled(const Match& match, int depth) const;
    [[nodiscard]] QString part(const QString& text, int depth) const;
    [[nodiscard]] QString list(const QString& text, const QString& mark, int depth) const;

    std::vector<Phrase> m_phrases;  ///< The most specific ones come first.
    Translate m_translate;
};

}  // namespace quaywatch
