// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/value_document.h"

#include "app/delegates/palette_colors.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QTextBlock>
#include <QTextTable>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using DocumentTone = ValueDocument::Tone;

class ValueDocumentTest : public testing::Test {
protected:
    ValueDocumentTest()
    {
        document.setPalette(PaletteColors::light().toPalette());
        fill();
    }
    void fill()
    {
        document.begin();
        document.title(u"nc"_s);
        document.paragraph(u"listens"_s, DocumentTone::Dim);
        document.notice(u"Unexpected"_s, DocumentTone::Warning);
        document.action(u"Mark as expected"_s, u"expect"_s);
        document.value(u"PID"_s, u"4711"_s, true);
        document.command(u"Linux"_s, u"ss -tulpn"_s);
        document.end();
    }
    /// Every color of the page, of texts and of what is behind them.
    [[nodiscard]] QStringList colors() const
    {
        QStringList all;
        const auto add = [&all](const QTextFormat& format) {
            all.append(format.foreground().color().name(QColor::HexArgb));
            all.append(format.background().color().name(QColor::HexArgb));
        };
        for (QTextBlock block = document.document()->begin(); block.isValid();
             block = block.next()) {
            add(block.blockFormat());
            for (auto each = block.begin(); !each.atEnd(); ++each) {
                add(each.fragment().charFormat());
            }
        }
        for (const QTextFrame* frame : document.document()->rootFrame()->childFrames()) {
            add(frame->frameFormat());
        }
        return all;
    }

    ValueDocument document;
};

TEST_F(ValueDocumentTest, TakesTheColorsOfANewPalette)
{
    const QStringList light = colors();

    document.setPalette(PaletteColors::dark().toPalette());

    const QStringList changed = colors();
    EXPECT_NE(changed, light);
    fill();
    EXPECT_EQ(changed, colors()) << "as if it had been built with that palette";
}

TEST_F(ValueDocumentTest, KeepsTheSelectionWhenThePaletteChanges)
{
    document.selectAll();

    document.setPalette(PaletteColors::dark().toPalette());
    fill();

    EXPECT_TRUE(document.textCursor().hasSelection());
}

}  // namespace
}  // namespace quaywatch
