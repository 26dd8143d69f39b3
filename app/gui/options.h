// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/settings/settings.h"
#include "core/net/endpoint.h"

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace quaywatch {

/// The options of the command line.
struct Options {
    QString screenshot;  ///< File to render the window into; empty: run normally.
    QString view;        ///< A name of views(); empty: the last one.
    QString filter;
    std::optional<Theme> theme;
    std::optional<Port> port;  ///< Row to select.
    QSize size;                ///< Empty: the last one.
    int scale = 1;             ///< Pixels of a screenshot per device-independent pixel.
    bool isHidden = false;     ///< Start in the tray, if there is one.
    /// Another style was chosen (-style), which QApplication uses.
    bool isStyleChosen = false;

    /// A display or a platform was chosen (-display, -platform), which QApplication uses.
    bool hasDisplayOption = false;

    QString output;     ///< Text to print instead of running.
    QString complaint;  ///< The error in the command line, in one line.
};

/// Reads the command line. Needs an application object for its name and version.
///
/// @param arguments  The first one is the name of the program.
[[nodiscard]] Options parseOptions(const QStringList& arguments);

/// An option as the help has it, for the completions of shells.
struct OptionDescription {
    QStringList names;   ///< "h", "help"
    QString valueName;   ///< "file"; empty if it takes no value.
    QString help;        ///< One English sentence.
    QStringList values;  ///< The only values it takes; empty: any.
};

/// All options, in the order of the help.
[[nodiscard]] QList<OptionDescription> describedOptions();

}  // namespace quaywatch
