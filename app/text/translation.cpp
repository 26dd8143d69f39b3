// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/translation.h"

#include "app/text/locale_forms.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kFolder = ":/i18n"_L1;
constexpr auto kPrefix = "quaywatch_"_L1;
constexpr auto kSource = "en"_L1;

/// Returns "de" for "de-AT" and for "de_AT".
QString codeOf(const QString& name)
{
    return QString(name).replace(u'_', u'-').section(u'-', 0, 0).toLower();
}

}  // namespace

QStringList Translation::languages()
{
    QStringList codes{kSource};
    const QStringList files =
        QDir(kFolder).entryList({kPrefix + "*.qm"_L1}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        codes.append(file.mid(kPrefix.size()).chopped(3));
    }
    return codes;
}

QString Translation::nameOf(const QString& language)
{
    // For "en", Qt would return "American English".
    if (language == kSource) {
        return u"English"_s;
    }
    QString name = QLocale(language).nativeLanguageName();
    if (!name.isEmpty()) {
        name.front() = name.front().toUpper();
    }
    return name.isEmpty() ? language : name;
}

QString Translation::choose(const QString& wish, const QStringList& ofTheSystem,
                            const QStringList& spoken)
{
    if (spoken.contains(wish)) {
        return wish;
    }
    for (const QString& name : ofTheSystem) {
        if (QString code = codeOf(name); spoken.contains(code)) {
            return code;
        }
    }
    return kSource;
}

void Translation::speak(const QString& wish)
{
    // Deleting a translator removes it from the application.
    m_translators.clear();
    m_language = choose(wish, QLocale::system().uiLanguages());
    LocaleForms::use(QLocale::system(), m_language);
    if (m_language == kSource) {
        return;
    }
    // Qt asks the last translator first: this program's words for Qt's buttons override Qt's own.
    add("qtbase_"_L1 + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    add(kPrefix + m_language, kFolder);
}

void Translation::add(const QString& file, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(file, folder) && QCoreApplication::installTranslator(translator.get())) {
        m_translators.push_back(std::move(translator));
    }
}

}  // namespace quaywatch
