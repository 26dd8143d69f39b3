// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <vector>

namespace quaywatch {

/// The language of the window: English as it is in the source, or a translation in the program's
/// resources. Lives on the GUI thread, as long as the application. Texts that were translated
/// before keep their language, so the language is set before any window is made.
class Translation {
public:
    /// Codes of the languages of this build ("en", "de"), English first.
    [[nodiscard]] static QStringList languages();
    /// A language's own name ("Deutsch"), for a list of languages.
    [[nodiscard]] static QString nameOf(const QString& language);
    /// Returns the code of the language to use: the user's setting, else the first of the system's
    /// languages that this build has, else English.
    ///
    /// @param wish           A code; if it is empty or not in this build: as the system.
    /// @param ofTheSystem    As QLocale::uiLanguages() returns them ("de-AT"), preferred first.
    [[nodiscard]] static QString choose(const QString& wish, const QStringList& ofTheSystem,
                                        const QStringList& spoken = languages());

    /// Switches to that language. It chooses only the words: dates, times and numbers keep the form
    /// of the system (LocaleForms).
    void speak(const QString& wish);
    [[nodiscard]] const QString& language() const noexcept { return m_language; }

private:
    void add(const QString& file, const QString& folder);

    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

}  // namespace quaywatch
