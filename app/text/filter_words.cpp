// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/filter_words.h"

#include "app/text/qt_text.h"
#include "core/filter/filter_keys.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

QStringList filterWords(const QString& text)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    for (const QChar c : text) {
        isQuoted = (c == u'"') != isQuoted;
        if (c.isSpace() && !isQuoted) {
            if (!word.isEmpty()) {
                words.append(word);
                word.clear();
            }
        } else {
            word.append(c);
        }
    }
    if (!word.isEmpty()) {
        words.append(word);
    }
    return words;
}

QString withFilterWord(const QString& text, const QString& word)
{
    const QString before = text.trimmed();
    if (before.isEmpty()) {
        return word;
    }
    if (filterWords(before).contains(word, Qt::CaseInsensitive)) {
        return text;
    }
    return before.contains(u'|') ? u"(%1) %2"_s.arg(before, word) : before + u' ' + word;
}

QString withoutFilterWord(const QString& text, const QString& word)
{
    QStringList words = filterWords(text);
    words.removeIf(
        [&](const QString& each) { return each.compare(word, Qt::CaseInsensitive) == 0; });
    return words.join(u' ');
}

QString quotedFilterValue(const QString& value)
{
    static const QString kSigns = u" \t|()!,\""_s;
    const bool hasSigns = std::any_of(value.begin(), value.end(),
                                      [](QChar c) { return c.isSpace() || kSigns.contains(c); });
    QString inner = value;
    inner.remove(u'"');
    return hasSigns ? u'"' + inner + u'"' : value;
}

QStringList filterVocabulary()
{
    QStringList vocabulary;
    for (const FilterKey& key : filterKeys()) {
        const QString name = fromUtf8(key.name) + u':';
        vocabulary.append(name);
        for (const std::string_view word : key.words) {
            vocabulary.append(name + fromUtf8(word));
        }
    }
    return vocabulary;
}

namespace {

using AddValue = std::function<void(const std::string&)>;

void addValues(const SocketRecord& socket, const QString& key, const AddValue& add)
{
    if (key == "process"_L1) {
        for (const ProcessPtr& owner : socket.owners()) {
            add(owner->name);
        }
    } else if (key == "user"_L1 && socket.user) {
        add(*socket.user);
    } else if (key == "port"_L1) {
        add(std::to_string(socket.key.localPort));
    } else if (key == "addr"_L1) {
        add(socket.key.localAddress.unmapped().toString());
    } else if (key == "unit"_L1 && socket.serviceContext && socket.serviceContext->unit) {
        add(*socket.serviceContext->unit);
    } else if (key == "container"_L1 && socket.serviceContext && socket.serviceContext->container) {
        add(*socket.serviceContext->container);
    }
}

}  // namespace

QStringList liveFilterWords(const Snapshot& snapshot, const QString& key)
{
    std::set<QString> words;
    const AddValue add = [&words, &key](const std::string& value) {
        const QString text = quotedFilterValue(plainText(value, 64));
        if (!text.isEmpty()) {
            words.insert(key + u':' + text);
        }
    };
    for (const SocketRecord& socket : snapshot.sockets) {
        if (words.size() >= kMaxLiveWords) {
            break;
        }
        addValues(socket, key, add);
    }
    return {words.begin(), words.end()};
}

}  // namespace quaywatch
