// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/autostart.h"

#include "app/text/core_text.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"
#include "core/base/text_file.h"

#include <QFile>
#include <QStandardPaths>
#include <QStringList>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kLargestFile = 65'536;
constexpr auto kMark = "X-Quaywatch-Autostart=true"_L1;

std::string bytes(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

}  // namespace

Autostart::Autostart(const QString& folder, QString program)
    : m_path(folder + u"/quaywatch.desktop"_s)
    , m_program(std::move(program))
{
}

QString Autostart::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/autostart"_s;
}

Autostart::State Autostart::state() const
{
    const Result<std::string> text = readTextFile(bytes(m_path), kLargestFile);
    if (!text) {
        return text.error().code == ErrorCode::NotFound ? State::Missing : State::Foreign;
    }
    const QStringList lines = QString::fromStdString(*text).split(u'\n');
    const auto has = [&lines](QLatin1StringView wanted) {
        return std::any_of(lines.begin(), lines.end(), [wanted](const QString& line) {
            return line.trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
        });
    };
    if (!has(kMark)) {
        return State::Foreign;
    }
    // The keys by which the settings of desktops disable an entry.
    return has("Hidden=true"_L1) || has("X-GNOME-Autostart-enabled=false"_L1) ? State::OursDisabled
                                                                              : State::Ours;
}

bool Autostart::isOn() const
{
    return state() == State::Ours;
}

QString Autostart::setOn(bool isOn) const
{
    const State before = state();
    if (before == State::Foreign) {
        return isOn ? tr("%1 was not written by Quaywatch and is not changed: Quaywatch does not "
                         "start at login.")
                          .arg(inSentence(m_path))
                    : QString();
    }
    if (!isOn) {
        return before == State::Missing || QFile::remove(m_path)
                   ? QString()
                   : tr("%1 cannot be removed: Quaywatch still starts at login.")
                         .arg(inSentence(m_path));
    }
    const std::optional<QString> program = quoted(m_program);
    if (!program) {
        return tr(
            "The path of this program cannot be written into a desktop file: Quaywatch does not "
            "start at login.");
    }
    const QString text =
        u"[Desktop Entry]\nType=Application\nName=Quaywatch\nIcon=quaywatch\n"
        "Exec=%1 --hidden\nTerminal=false\n%2\n"_s.arg(*program, kMark);
    const Result<void> written =
        replaceTextFile(bytes(m_path), text.toStdString(), FilePrivacy::Private);
    return written ? QString()
                   : tr("%1 cannot be written: %2")
                         .arg(inSentence(m_path), CoreText::of(describe(written.error())));
}

std::optional<QString> Autostart::quoted(const QString& argument)
{
    QString text;
    for (const QChar character : argument) {
        if (character.category() == QChar::Other_Control) {
            return std::nullopt;
        }
        if (u"\"`$\\"_s.contains(character)) {
            text += u'\\';
        } else if (character == u'%') {
            text += u'%';  // A single % starts a field code, such as the one for the file to open.
        }
        text += character;
    }
    // Escape backslashes again, as in every string value of such a file.
    return u'"' + text.replace(u'\\', u"\\\\"_s) + u'"';
}

}  // namespace quaywatch
