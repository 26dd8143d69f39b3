// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_text.h"

#include "app/text/core_phrases.h"
#include "app/text/phrase_book.h"
#include "app/text/qt_text.h"

#include <QCoreApplication>
#include <vector>

namespace quaywatch {
namespace {

const PhraseBook& book()
{
    static const PhraseBook kBook = [] {
        std::vector<const char*> phrases;
        for (const auto& each :
             {corePhrases(), coreFilePhrases(), corePortPhrases(), coreStoryPhrases()}) {
            phrases.insert(phrases.end(), each.begin(), each.end());
        }
        return PhraseBook(phrases, [](const char* phrase) {
            return QCoreApplication::translate("quaywatch::CoreText", phrase);
        });
    }();
    return kBook;
}

}  // namespace

QString CoreText::of(std::string_view english, std::size_t limit)
{
    return plainText(whole(english).toStdString(), limit);
}

QString CoreText::whole(std::string_view english)
{
    return of(fullPlainText(english));
}

QString CoreText::of(const QString& plain)
{
    return book().translated(plain);
}

}  // namespace quaywatch
