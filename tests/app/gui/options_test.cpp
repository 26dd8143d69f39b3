// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/options.h"

#include "app/gui/window/views.h"

#include <gtest/gtest.h>
#include <QFile>
#include <QRegularExpression>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;

Options parse(QStringList arguments)
{
    arguments.prepend(u"quaywatch"_s);
    return parseOptions(arguments);
}

TEST(GuiOptions, ReadsEveryScreenshotOption)
{
    const Options options = parse({u"--screenshot"_s, u"x.png"_s, u"--view"_s, u"connections"_s,
                                   u"--theme"_s, u"dark"_s, u"--size"_s, u"1280x800"_s,
                                   u"--filter"_s, u"tcp"_s, u"--select"_s, u"931"_s});

    EXPECT_TRUE(options.complaint.isEmpty()) << options.complaint.toStdString();
    EXPECT_EQ(options.screenshot, u"x.png"_s);
    EXPECT_EQ(options.view, u"connections"_s);
    EXPECT_EQ(options.theme, Theme::Dark);
    EXPECT_EQ(options.size, QSize(1280, 800));
    EXPECT_EQ(options.port, Port{931});
}

TEST(GuiOptions, LeavesTheOptionsOfQtToQt)
{
    const Options options = parse(
        {u"-session"_s, u"117a1"_s, u"-style"_s, u"Fusion"_s, u"--style=Windows"_s, u"--view"_s,
         u"connections"_s, u"-reverse"_s, u"-display"_s, u":7"_s, u"-geometry"_s, u"900x600+0+0"_s,
         u"-qwindowtitle"_s, u"Ports"_s, u"--platform"_s, u"offscreen"_s, u"--hidden"_s});

    EXPECT_TRUE(options.complaint.isEmpty()) << options.complaint.toStdString();
    EXPECT_EQ(options.view, u"connections"_s);
    EXPECT_TRUE(options.isHidden);
}

TEST(GuiOptions, RejectsOptionsThatNobodyKnows)
{
    EXPECT_FALSE(parse({u"--sessions"_s, u"1"_s}).complaint.isEmpty());
    EXPECT_FALSE(parse({u"-x"_s}).complaint.isEmpty());
}

TEST(GuiOptions, StartsHiddenOnRequest)
{
    EXPECT_TRUE(parse({u"--hidden"_s}).isHidden);
    EXPECT_FALSE(parse({}).isHidden);
}

/// The text of a file of the source tree.
QString sourceText(const QString& path)
{
    QFile file(QStringLiteral(QUAYWATCH_TEST_DATA) + u"/../../"_s + path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return QString::fromUtf8(file.readAll());
}

TEST(GuiOptions, AreAllInTheManualAndTheCompletions)
{
    const QString manual = sourceText(u"resources/man/quaywatch.1"_s);
    const QStringList completions{sourceText(u"resources/completions/quaywatch.bash"_s),
                                  sourceText(u"resources/completions/quaywatch.zsh"_s),
                                  sourceText(u"resources/completions/quaywatch.fish"_s)};
    const QString help = parse({u"--help"_s}).output;
    static const QRegularExpression kOption(u"--([a-z]+)"_s);
    int options = 0;
    for (const QRegularExpressionMatch& match : kOption.globalMatch(help)) {
        const QString name = match.captured(1);
        ++options;
        EXPECT_TRUE(manual.contains(u"Fl \\-"_s + name)) << name.toStdString();
        for (const QString& completion : completions) {
            EXPECT_TRUE(completion.contains(name)) << name.toStdString();
        }
    }
    EXPECT_GE(options, 9);
    for (const QString& view : viewNames()) {
        EXPECT_TRUE(manual.contains(view)) << view.toStdString();
        for (const QString& completion : completions) {
            EXPECT_TRUE(completion.contains(view)) << view.toStdString();
        }
    }
}

TEST(GuiOptions, AreDescribedAsTheHelpHasThem)
{
    const QString help = parse({u"--help"_s}).output.simplified();
    for (const OptionDescription& option : describedOptions()) {
        EXPECT_TRUE(help.contains(option.help)) << option.names.constLast().toStdString();
        for (const QString& value : option.values) {
            EXPECT_TRUE(parse({u"--"_s + option.names.constLast(), value}).complaint.isEmpty())
                << value.toStdString();
        }
    }
    EXPECT_EQ(describedOptions().size(), 10);
}

TEST(GuiOptions, ReportsEachInvalidValue)
{
    for (const QStringList& arguments :
         {QStringList{u"--theme"_s, u"pink"_s}, QStringList{u"--size"_s, u"big"_s},
          QStringList{u"--select"_s, u"65536"_s}, QStringList{u"--select"_s, u"-1"_s},
          QStringList{u"--view"_s, u"nowhere"_s}, QStringList{u"--scale"_s, u"9"_s},
          QStringList{u"--nonsense"_s}, QStringList{u"stray"_s}}) {
        EXPECT_FALSE(parse(arguments).complaint.isEmpty()) << arguments.join(u' ').toStdString();
    }
}

}  // namespace

}  // namespace quaywatch
