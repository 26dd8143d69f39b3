// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/settings/settings.h"
#include "core/net/endpoint.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace quaywatch {

/// What the command line asks for.
struct Options {
    QString screenshot;  ///< File to render the window into; empty: just run.
    QString view;        ///< A name of views(); empty: as last time.
    QString filter;
    std::optional<Theme> theme;
    std::optional<Port> port;  ///< Row to select.
    QSize size;                ///< Empty: as last time.
    int scale = 1;             ///< Pixels per point of a screenshot.
    bool isHidden = false;     ///< Start in the tray, if there is one.

    QString output;     ///< Text to print instead of running.
    QString complaint;  ///< What is wrong with the command line; one line.
};

/// Reads the command line. Needs an application object for its name and version.
///
/// @param arguments  With the program's name first.
[[nodiscard]] Options parseOptions(const QStringList& arguments);

}  // namespace quaywatch
