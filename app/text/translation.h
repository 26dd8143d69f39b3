// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <vector>

namespace quaywatch {

/// The language of the window: English as it stands in the source, or what is in the program's
/// resources. Lives on the GUI thread, as long as the application; texts that were asked for
/// before keep their language, so it is chosen before any window is made.
class Translation {
public:
    /// Codes of the languages that this build speaks ("en", "de"), English first.
    [[nodiscard]] static QStringList languages();
    /// A language's name in itself ("Deutsch"), for a list of languages.
    [[nodiscard]] static QString nameOf(const QString& language);
    /// The code to speak: what the user wishes, else the first of the system's languages that is
    /// spoken here, else English.
    ///
    /// @param wish           A code; empty, or one that is not spoken: as the system.
    /// @param ofTheSystem    As QLocale::uiLanguages() has them ("de-AT"), the dearest first.
    [[nodiscard]] static QString choose(const QString& wish, const QStringList& ofTheSystem,
                                        const QStringList& spoken = languages());

    /// Speaks that language from now on, instead of what was spoken before. Numbers and dates
    /// follow it where the system's are of another language.
    void speak(const QString& wish);
    [[nodiscard]] const QString& language() const noexcept { return m_language; }

private:
    void add(const QString& file, const QString& folder);

    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

}  // namespace quaywatch
