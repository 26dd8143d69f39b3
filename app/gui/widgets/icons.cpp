// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

#include <algorithm>
#include <array>

// The linker drops the resources of a static library unless they are named, and the macro works
// only outside of namespaces.
static void initializeResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kMaskSizes{16, 24, 32};

void loadResources()
{
    static const bool isLoaded = (initializeResources(), true);
    Q_UNUSED(isLoaded);
}

/// Fills a mask with the palette's color.
class MaskIconEngine final : public QIconEngine {
public:
    explicit MaskIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/,
                         qreal /*scale*/) override
    {
        // The smallest mask that does not need to be enlarged.
        const auto* enough = std::find_if(kMaskSizes.begin(), kMaskSizes.end(),
                                          [&size](int mask) { return mask >= size.width(); });
        const int chosen = enough == kMaskSizes.end() ? kMaskSizes.back() : *enough;
        QImage image(u":/icons/%1-%2.png"_s.arg(m_name).arg(chosen));
        if (image.isNull()) {
            return {};
        }
        image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied)
                    .scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        const QPalette palette = QGuiApplication::palette();
        painter.fillRect(image.rect(), palette.color(mode == QIcon::Disabled ? QPalette::Disabled
                                                                             : QPalette::Active,
                                                     QPalette::ButtonText));
        painter.end();
        return QPixmap::fromImage(image);
    }
    [[nodiscard]] QIconEngine* clone() const override { return new MaskIconEngine(m_name); }

private:
    QString m_name;
};

}  // namespace

QIcon themedIcon(const QString& name)
{
    loadResources();
    return QFile::exists(u":/icons/%1-16.png"_s.arg(name)) ? QIcon(new MaskIconEngine(name))
                                                           : QIcon();
}

QIcon programIcon()
{
    loadResources();
    QIcon result;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        result.addFile(u":/icons/quaywatch-%1.png"_s.arg(size));
    }
    return result;
}

}  // namespace quaywatch
