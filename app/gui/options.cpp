// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/options.h"

#include "app/gui/window/views.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

// QApplication reads some options itself (--style, --display and others). None of the names here is
// one of them.
struct Parser : QCommandLineParser {
    QCommandLineOption screenshot{u"screenshot"_s, u"Render the window into a PNG file and exit."_s,
                                  u"file"_s};
    QCommandLineOption view{u"view"_s, u"View to show: %1."_s.arg(viewNames().join(u", "_s)),
                            u"name"_s};
    QCommandLineOption filter{u"filter"_s, u"Filter to start with."_s, u"text"_s};
    QCommandLineOption theme{u"theme"_s, u"Theme: system, light, dark or high-contrast."_s,
                             u"name"_s};
    QCommandLineOption select{u"select"_s, u"Select the row of a local port."_s, u"port"_s};
    QCommandLineOption size{u"size"_s, u"Size of the window, such as 1280x800."_s, u"WxH"_s};
    QCommandLineOption scale{u"scale"_s, u"Pixels per point of a screenshot: 1 to 4."_s, u"n"_s};
    QCommandLineOption hidden{u"hidden"_s, u"Start in the tray, or minimized without one."_s};
    /// All there are, in the order of the help.
    QList<QCommandLineOption> all;

    Parser()
    {
        setApplicationDescription(
            u"Shows who owns the ports of this machine, and what is unexpected."_s);
        all = {addHelpOption(), addVersionOption()};
        const QList<QCommandLineOption> own{screenshot, view, filter, theme,
                                            select,     size, scale,  hidden};
        addOptions(own);
        all += own;
    }
};

constexpr std::array<std::pair<QLatin1StringView, Theme>, 4> kThemes{
    {{"system"_L1, Theme::System},
     {"light"_L1, Theme::Light},
     {"dark"_L1, Theme::Dark},
     {"high-contrast"_L1, Theme::HighContrast}}};
constexpr int kMaxScale = 4;

QString readTheme(const QString& text, Options& options)
{
    const auto* const found = std::find_if(kThemes.begin(), kThemes.end(),
                                           [&](const auto& each) { return each.first == text; });
    if (found == kThemes.end()) {
        return u"--theme must be system, light, dark or high-contrast"_s;
    }
    options.theme = found->second;
    return {};
}

QString readPort(const QString& text, Options& options)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 0 || number > std::numeric_limits<Port>::max()) {
        return u"--select must be a port, 0 to 65535"_s;
    }
    options.port = static_cast<Port>(number);
    return {};
}

QString readSize(const QString& text, Options& options)
{
    static const QRegularExpression kForm(u"^(\\d{2,5})x(\\d{2,5})$"_s);
    const QRegularExpressionMatch match = kForm.match(text);
    if (!match.hasMatch()) {
        return u"--size must be a width and a height, such as 1280x800"_s;
    }
    options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    return {};
}

QString readScale(const QString& text, Options& options)
{
    options.scale = text.toInt();
    return options.scale >= 1 && options.scale <= kMaxScale ? QString()
                                                            : u"--scale must be 1 to 4"_s;
}

QString readView(const QString& text, Options& options)
{
    options.view = text;
    return viewIndex(text) ? QString() : u"--view must be one of "_s + viewNames().join(u", "_s);
}

/// The words that are a value of the option; empty if there are too many to name.
QStringList valuesOf(const Parser& parser, const QCommandLineOption& option)
{
    QStringList values;
    if (option.names() == parser.view.names()) {
        values = viewNames();
    } else if (option.names() == parser.theme.names()) {
        for (const auto& [name, theme] : kThemes) {
            values.append(name);
        }
    } else if (option.names() == parser.scale.names()) {
        for (int scale = 1; scale <= kMaxScale; ++scale) {
            values.append(QString::number(scale));
        }
    }
    return values;
}

}  // namespace

QList<OptionDescription> describedOptions()
{
    const Parser parser;
    QList<OptionDescription> described;
    for (const QCommandLineOption& option : parser.all) {
        described.append(
            {option.names(), option.valueName(), option.description(), valuesOf(parser, option)});
    }
    return described;
}

/// The name of an option with one or two dashes, of which "=" may follow; empty for another
/// argument.
static QString optionName(const QString& argument)
{
    const qsizetype dashes = argument.startsWith(u"--"_s) ? 2 : argument.startsWith(u'-') ? 1 : 0;
    return dashes == 0 ? QString() : argument.sliced(dashes).section(u'=', 0, 0);
}

static bool hasOption(const QStringList& arguments, QLatin1StringView name)
{
    return std::any_of(arguments.begin(), arguments.end(),
                       [name](const QString& argument) { return optionName(argument) == name; });
}

static bool choosesStyle(const QStringList& arguments)
{
    return !qEnvironmentVariableIsEmpty("QT_STYLE_OVERRIDE") || hasOption(arguments, "style"_L1);
}

/// Removes the options that QApplication and its platform plugins read themselves, so that they
/// reach Qt: a session manager starts the program with "-session ID". They may have one or two
/// dashes, and their value may follow "=". See the documentation of QApplication and
/// QGuiApplication; -display, -geometry, -title and -icon are those of the plugin for X11.
QStringList withoutQtOptions(const QStringList& arguments)
{
    static const QSet<QString> kFlags{u"reverse"_s, u"nograb"_s, u"dograb"_s, u"widgetcount"_s};
    static const QSet<QString> kWithValue{u"session"_s,
                                          u"style"_s,
                                          u"stylesheet"_s,
                                          u"platform"_s,
                                          u"plugin"_s,
                                          u"platformtheme"_s,
                                          u"platformpluginpath"_s,
                                          u"qwindowtitle"_s,
                                          u"display"_s,
                                          u"qwindowgeometry"_s,
                                          u"qwindowicon"_s,
                                          u"qmljsdebugger"_s,
                                          u"geometry"_s,
                                          u"title"_s,
                                          u"icon"_s};
    QStringList own;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments.at(i);
        if (argument == u"--"_s) {
            return own + arguments.sliced(i);
        }
        const QString name = optionName(argument);
        if (i == 0 || !(kFlags.contains(name) || kWithValue.contains(name))) {
            own.append(argument);
        } else if (kWithValue.contains(name) && !argument.contains(u'=')) {
            ++i;  // its value
        }
    }
    return own;
}

Options parseOptions(const QStringList& arguments)
{
    Options options;
    options.isStyleChosen = choosesStyle(arguments);
    options.hasDisplayOption =
        hasOption(arguments, "display"_L1) || hasOption(arguments, "platform"_L1);
    Parser parser;
    if (!parser.parse(withoutQtOptions(arguments))) {
        options.complaint = parser.errorText();
        return options;
    }
    if (parser.isSet(u"help"_s)) {
        options.output = parser.helpText();
    } else if (parser.isSet(u"version"_s)) {
        options.output =
            QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
    }
    options.screenshot = parser.value(parser.screenshot);
    options.filter = parser.value(parser.filter);
    options.isHidden = parser.isSet(parser.hidden);
    const auto read = [&](const QCommandLineOption& option, auto reader) {
        if (options.complaint.isEmpty() && parser.isSet(option)) {
            options.complaint = reader(parser.value(option), options);
        }
    };
    read(parser.view, readView);
    read(parser.theme, readTheme);
    read(parser.select, readPort);
    read(parser.size, readSize);
    read(parser.scale, readScale);
    if (options.complaint.isEmpty() && !parser.positionalArguments().isEmpty()) {
        options.complaint =
            u"unexpected argument '%1'"_s.arg(parser.positionalArguments().constFirst());
    }
    return options;
}

}  // namespace quaywatch
