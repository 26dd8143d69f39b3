#compdef quaywatch
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of quaywatch for zsh: _quaywatch in a folder of $fpath.
# Made by installers/completions/write_completions.py; do not edit.

_arguments \
    '(-h --help)'{-h,--help}'[Displays help on commandline options.]' \
    '(-v --version)'{-v,--version}'[Displays version information.]' \
    '--screenshot[Render the window into a PNG file and exit.]:file:_files' \
    '--view[View to show: listeners, connections, alerts, map, charts, history.]:name:(listeners connections alerts map charts history)' \
    '--filter[Filter to start with.]:text: ' \
    '--theme[Theme: system, light, dark or high-contrast.]:name:(system light dark high-contrast)' \
    '--select[Select the row of a local port.]:port: ' \
    '--size[Size of the window, such as 1280x800.]:wxh: ' \
    '--scale[Pixels per point of a screenshot: 1 to 4.]:n:(1 2 3 4)' \
    '--hidden[Start in the tray, or minimized without one.]'
