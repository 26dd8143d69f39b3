// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Draws every icon into the folder named as its argument: masks (black on transparent, tinted with
/// the palette when they are shown) in three sizes, and the program's own icon. Run it after a
/// change here and commit the result; the build does not need it.

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <cstdlib>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Glyph {
    const char* name;
    /// Paints in an area of 24 x 24; pen and brush are black, the pen is 2 wide and round.
    void (*paint)(QPainter&);
};

void line(QPainter& p, std::initializer_list<QPointF> points)
{
    p.drawPolyline(std::data(points), static_cast<int>(points.size()));
}

void disc(QPainter& p, QPointF center, qreal radius)
{
    p.save();
    p.setBrush(Qt::black);
    p.setPen(Qt::NoPen);
    p.drawEllipse(center, radius, radius);
    p.restore();
}

const Glyph kGlyphs[] = {
    {"listeners",
     [](QPainter& p) {
         disc(p, {12, 12}, 2.6);
         p.drawArc(QRectF(6, 6, 12, 12), 130 * 16, 100 * 16);
         p.drawArc(QRectF(6, 6, 12, 12), -50 * 16, 100 * 16);
         p.drawArc(QRectF(2, 2, 20, 20), 130 * 16, 100 * 16);
         p.drawArc(QRectF(2, 2, 20, 20), -50 * 16, 100 * 16);
     }},
    {"connections",
     [](QPainter& p) {
         line(p, {{3, 8}, {20, 8}});
         line(p, {{16, 4}, {20, 8}, {16, 12}});
         line(p, {{21, 16}, {4, 16}});
         line(p, {{8, 12}, {4, 16}, {8, 20}});
     }},
    {"search",
     [](QPainter& p) {
         p.drawEllipse(QPointF(10.5, 10.5), 6.5, 6.5);
         line(p, {{15.5, 15.5}, {21, 21}});
     }},
    {"pause",
     [](QPainter& p) {
         line(p, {{8.5, 5}, {8.5, 19}});
         line(p, {{15.5, 5}, {15.5, 19}});
     }},
    {"play",
     [](QPainter& p) {
         p.setBrush(Qt::black);
         p.drawPolygon(QPolygonF({{7, 5}, {19, 12}, {7, 19}}));
     }},
    {"refresh",
     [](QPainter& p) {
         p.drawArc(QRectF(4, 4, 16, 16), 25 * 16, 300 * 16);
         line(p, {{20.5, 3.5}, {20, 9}, {14.5, 8.5}});
     }},
    {"menu",
     [](QPainter& p) {
         line(p, {{4, 6.5}, {20, 6.5}});
         line(p, {{4, 12}, {20, 12}});
         line(p, {{4, 17.5}, {20, 17.5}});
     }},
    {"theme",
     [](QPainter& p) {
         p.drawEllipse(QPointF(12, 12), 8.5, 8.5);
         p.setBrush(Qt::black);
         QPainterPath half;
         half.moveTo(12, 3.5);
         half.arcTo(QRectF(3.5, 3.5, 17, 17), 90, -180);
         half.closeSubpath();
         p.fillPath(half, Qt::black);
     }},
    {"interval",
     [](QPainter& p) {
         p.drawEllipse(QPointF(12, 12), 8.5, 8.5);
         line(p, {{12, 7}, {12, 12}, {15.5, 14}});
     }},
    {"inspect",
     [](QPainter& p) {
         p.drawRoundedRect(QRectF(3, 4, 18, 16), 2.5, 2.5);
         line(p, {{14, 4}, {14, 20}});
     }},
    {"explain",
     [](QPainter& p) {
         p.drawEllipse(QPointF(12, 12), 9, 9);
         QPainterPath hook;
         hook.moveTo(9.2, 9.6);
         hook.arcTo(QRectF(9.2, 6.6, 5.6, 5.6), 180, -220);
         hook.quadTo(12, 12.6, 12, 14);
         p.drawPath(hook);
         disc(p, {12, 17.3}, 1.3);
     }},
    {"end",
     [](QPainter& p) {
         p.drawEllipse(QPointF(12, 12), 8.5, 8.5);
         line(p, {{6.2, 6.2}, {17.8, 17.8}});
     }},
    {"copy",
     [](QPainter& p) {
         p.drawRoundedRect(QRectF(8.5, 8.5, 12, 12), 2, 2);
         QPainterPath back;
         back.moveTo(15.5, 4.5);
         back.lineTo(15.5, 3.5);
         back.lineTo(3.5, 3.5);
         back.lineTo(3.5, 15.5);
         back.lineTo(4.5, 15.5);
         p.drawPath(back);
     }},
    {"export",
     [](QPainter& p) {
         line(p, {{12, 3}, {12, 15}});
         line(p, {{7, 10.5}, {12, 15.5}, {17, 10.5}});
         line(p, {{4, 16}, {4, 20.5}, {20, 20.5}, {20, 16}});
     }},
    {"filter",
     [](QPainter& p) {
         p.drawPolygon(QPolygonF({{3, 4}, {21, 4}, {14, 12.5}, {14, 20}, {10, 18}, {10, 12.5}}));
     }},
    {"hide",
     [](QPainter& p) {
         QPainterPath eye;
         eye.moveTo(2, 12);
         eye.quadTo(12, 1.5, 22, 12);
         eye.quadTo(12, 22.5, 2, 12);
         p.drawPath(eye);
         p.drawEllipse(QPointF(12, 12), 3, 3);
         line(p, {{4, 20}, {20, 4}});
     }},
    {"open",
     [](QPainter& p) {
         line(p, {{10, 4}, {4, 4}, {4, 20}, {20, 20}, {20, 14}});
         line(p, {{14, 3.5}, {20.5, 3.5}, {20.5, 10}});
         line(p, {{20, 4}, {11, 13}});
     }},
    {"warning",
     [](QPainter& p) {
         p.drawPolygon(QPolygonF({{12, 3}, {22, 20.5}, {2, 20.5}}));
         line(p, {{12, 9.5}, {12, 14}});
         disc(p, {12, 17.3}, 1.3);
     }},
    {"information",
     [](QPainter& p) {
         p.drawEllipse(QPointF(12, 12), 9, 9);
         line(p, {{12, 11.5}, {12, 16.5}});
         disc(p, {12, 7.8}, 1.3);
     }},
    {"lock",
     [](QPainter& p) {
         p.drawRoundedRect(QRectF(4.5, 10.5, 15, 10.5), 2, 2);
         line(p, {{7.5, 10.5}, {7.5, 8}});
         p.drawArc(QRectF(7.5, 3, 9, 10), 0, 180 * 16);
         line(p, {{16.5, 10.5}, {16.5, 8}});
     }},
    {"close",
     [](QPainter& p) {
         line(p, {{5.5, 5.5}, {18.5, 18.5}});
         line(p, {{18.5, 5.5}, {5.5, 18.5}});
     }},
    {"check",
     [](QPainter& p) {
         line(p, {{4, 12.5}, {9.5, 18}, {20, 6.5}});
     }},
};

bool drawMask(const Glyph& glyph, int size, const QString& folder)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 24.0, size / 24.0);
    // Small sizes need a stroke width closer to a whole pixel.
    const qreal stroke = size <= 16 ? 2.2 : 1.9;
    painter.setPen(QPen(Qt::black, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    glyph.paint(painter);
    painter.end();
    return image.save(u"%1/%2-%3.png"_s.arg(folder, QLatin1StringView(glyph.name)).arg(size));
}

/// A map of ports with one highlighted port.
bool drawProgramIcon(int size, const QString& folder)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 64.0, size / 64.0);
    painter.setPen(Qt::NoPen);
    QLinearGradient water(0, 0, 0, 64);
    water.setColorAt(0, QColor(0x24, 0x39, 0x5f));
    water.setColorAt(1, QColor(0x12, 0x1b, 0x2e));
    painter.setBrush(water);
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 14, 14);
    const int cells = size <= 24 ? 3 : 4;
    const qreal step = 44.0 / cells;
    const qreal side = step * 0.66;
    const int lit = cells == 3 ? 5 : 6;
    for (int i = 0; i < cells * cells; ++i) {
        const QPointF corner(10 + (i % cells) * step + (step - side) / 2,
                             10 + (i / cells) * step + (step - side) / 2);
        const QRectF cell(corner, QSizeF(side, side));
        if (i == lit) {
            painter.setBrush(QColor(0xfb, 0x92, 0x3c, 70));
            painter.drawRoundedRect(cell.adjusted(-2.5, -2.5, 2.5, 2.5), 4, 4);
            painter.setBrush(QColor(0xfb, 0x92, 0x3c));
        } else {
            const bool isBusy = i % 5 == 0 || i % 7 == 3;
            painter.setBrush(isBusy ? QColor(0x4f, 0xd1, 0xc5) : QColor(0x6e, 0xa8, 0xfe, 80));
        }
        painter.drawRoundedRect(cell, side * 0.28, side * 0.28);
    }
    painter.end();
    return image.save(u"%1/quaywatch-%2.png"_s.arg(folder).arg(size));
}

}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc != 2) {
        qWarning("usage: quaywatch-draw-icons FOLDER");
        return EXIT_FAILURE;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    bool isDrawn = true;
    for (const Glyph& glyph : kGlyphs) {
        for (const int size : {16, 24, 32}) {
            isDrawn = drawMask(glyph, size, folder) && isDrawn;
        }
    }
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        isDrawn = drawProgramIcon(size, folder) && isDrawn;
    }
    return isDrawn ? EXIT_SUCCESS : EXIT_FAILURE;
}
