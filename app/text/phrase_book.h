// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <QString>
#include <QStringList>
#include <vector>

namespace quaywatch {

/// Translates finished sentences by the phrases they were made from: "%1 took over from %2" finds
/// what stands for the places, and sets it into the phrase of another language. What stands there
/// is translated too where it is a phrase itself ("the kernel"), and else stays as it is.
///
/// A sentence that no phrase fits stays as it is. So does all of it where every phrase is
/// translated to itself.
class PhraseBook {
public:
    using Translate = std::function<QString(const char* phrase)>;

    /// @param phrases    With %1 to %9, each once and none beside another, and without a full stop
    ///                   at the end; must outlive the book.
    /// @param translate  Gives the phrase in the language of the reader, with the same places.
    PhraseBook(const std::vector<const char*>& phrases, Translate translate);

    /// @param english  Plain text: a phrase, sentences that each end in a full stop, a phrase
    ///                 behind "...: " or before "(...)", or phrases parted by commas.
    [[nodiscard]] QString translated(const QString& english) const;

private:
    struct Phrase {
        const char* source;
        QStringList literals;     ///< What stands before, between and behind the places.
        std::vector<int> places;  ///< The number of each place, 1 for %1.
    };
    struct Match {
        const Phrase* phrase = nullptr;
        QStringList values;  ///< Of the places, in the phrase's order.
    };

    [[nodiscard]] Match find(const QString& text) const;
    [[nodiscard]] bool isCause(const QString& text) const;
    [[nodiscard]] QString filled(const Match& match, int depth) const;
    [[nodiscard]] QString part(const QString& text, int depth) const;
    [[nodiscard]] QString list(const QString& text, const QString& mark, int depth) const;

    std::vector<Phrase> m_phrases;  ///< Those that say most come first.
    Translate m_translate;
};

}  // namespace quaywatch
