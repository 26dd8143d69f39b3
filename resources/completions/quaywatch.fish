# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of quaywatch for fish.
# Made by installers/completions/write_completions.py; do not edit.

complete -c quaywatch -f
complete -c quaywatch -s h -l help -d 'Displays help on commandline options.'
complete -c quaywatch -s v -l version -d 'Displays version information.'
complete -c quaywatch -l screenshot -r -F -d 'Render the window into a PNG file and exit.'
complete -c quaywatch -l view -x -a 'listeners connections alerts map charts history' -d 'View to show: listeners, connections, alerts, map, charts, history.'
complete -c quaywatch -l filter -x -d 'Filter to start with.'
complete -c quaywatch -l theme -x -a 'system light dark high-contrast' -d 'Theme: system, light, dark or high-contrast.'
complete -c quaywatch -l select -x -d 'Select the row of a local port.'
complete -c quaywatch -l size -x -d 'Size of the window, such as 1280x800.'
complete -c quaywatch -l scale -x -a '1 2 3 4' -d 'Pixels per point of a screenshot: 1 to 4.'
complete -c quaywatch -l hidden -d 'Start in the tray, or minimized without one.'
