// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delegates/color_mix.h"

#include <algorithm>
#include <cmath>

namespace quaywatch {
namespace {

/// The relative luminance of WCAG 2.2: 0 (black) to 1 (white).
double luminanceOf(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(static_cast<double>(color.redF())) +
           0.7152 * linear(static_cast<double>(color.greenF())) +
           0.0722 * linear(static_cast<double>(color.blueF()));
}

}  // namespace

QColor mixed(const QColor& color, const QColor& with, double share)
{
    const auto channel = [share](float a, float b) {
        return static_cast<float>(static_cast<double>(a) * (1 - share) +
                                  static_cast<double>(b) * share);
    };
    return QColor::fromRgbF(channel(color.redF(), with.redF()),
                            channel(color.greenF(), with.greenF()),
                            channel(color.blueF(), with.blueF()));
}

QColor composited(const QColor& tint, const QColor& ground)
{
    return mixed(ground, tint, static_cast<double>(tint.alphaF()));
}

double contrastOf(const QColor& a, const QColor& b)
{
    const auto [darker, lighter] = std::minmax({luminanceOf(a), luminanceOf(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace quaywatch
