// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/alerts/mute_text.h"

#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <type_traits>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongest = 4096;

std::optional<Mute::Scope> parsedScope(const QString& kind, const QString& what)
{
    if (kind == "port"_L1) {
        bool isNumber = false;
        const ushort port = what.toUShort(&isNumber);
        return isNumber ? std::optional<Mute::Scope>(Mute::OfPort{port}) : std::nullopt;
    }
    if (kind == "program"_L1) {
        return Mute::OfProgram{what.toStdString()};
    }
    if (kind == "identity"_L1) {
        return Mute::OfIdentity{what.toStdString()};
    }
    const auto rule = parseWatchRule(what.toStdString());
    return kind == "rule"_L1 && rule ? std::optional<Mute::Scope>(Mute::OfRule{*rule})
                                     : std::nullopt;
}

}  // namespace

QString MuteText::written(const Mute& mute)
{
    QString scope = std::visit(
        [](const auto& of) -> QString {
            using Scope = std::decay_t<decltype(of)>;
            if constexpr (std::is_same_v<Scope, Mute::OfPort>) {
                return u"port:%1"_s.arg(of.port);
            } else if constexpr (std::is_same_v<Scope, Mute::OfProgram>) {
                return u"program:"_s + QString::fromStdString(of.program);
            } else if constexpr (std::is_same_v<Scope, Mute::OfIdentity>) {
                return u"identity:"_s + QString::fromStdString(of.key);
            } else {
                return u"rule:"_s + fromUtf8(token(of.rule));
            }
        },
        mute.scope);
    if (!mute.until) {
        return scope;
    }
    return u"until:%1 "_s.arg(std::chrono::system_clock::to_time_t(*mute.until)) + scope;
}

std::optional<Mute> MuteText::parsed(const QString& text)
{
    std::optional<std::chrono::system_clock::time_point> until;
    QString scope = text.left(kLongest);
    if (scope.startsWith("until:"_L1)) {
        bool isNumber = false;
        const qlonglong seconds = scope.section(u' ', 0, 0).mid(qsizetype(6)).toLongLong(&isNumber);
        constexpr qlonglong kYear2200 = 7258118400;
        if (!isNumber || seconds < 0 || seconds > kYear2200) {
            return std::nullopt;
        }
        until = std::chrono::system_clock::from_time_t(seconds);
        scope = scope.section(u' ', 1);
    }
    const auto parsed = parsedScope(scope.section(u':', 0, 0), scope.section(u':', 1));
    return parsed ? std::optional(Mute{*parsed, until}) : std::nullopt;
}

QString MuteText::describe(const Mute& mute, std::chrono::system_clock::time_point now)
{
    const QString what = std::visit(
        [](const auto& of) -> QString {
            using Scope = std::decay_t<decltype(of)>;
            if constexpr (std::is_same_v<Scope, Mute::OfPort>) {
                return tr("Port %1").arg(of.port);
            } else if constexpr (std::is_same_v<Scope, Mute::OfProgram>) {
                return plainText(of.program, 120);
            } else if constexpr (std::is_same_v<Scope, Mute::OfIdentity>) {
                return plainText(of.key, 120);
            } else {
                return CoreText::of(quaywatch::describe(of.rule));
            }
        },
        mute.scope);
    return mute.until ? tr("%1, until %2").arg(what, whenText(*mute.until, now)) : what;
}

}  // namespace quaywatch
