#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a screen reader gets of the real window, over the accessibility bus: see accessibility_bus.py.

# shellcheck source-path=SCRIPTDIR source=program_support.sh
source "$(dirname "$0")/program_support.sh"
for tool in Xvfb openbox dbus-run-session /usr/libexec/at-spi-bus-launcher; do
    command -v "$tool" >/dev/null || skip "there is no $tool here"
done
# The system's Python has the system's packages.
/usr/bin/python3 -c 'import pyatspi' 2>/dev/null || skip "there is no python3-pyatspi here"

mkfifo "$scratch/display"
# Open for reading, too, so that nobody waits for the other end.
exec 4<>"$scratch/display"
Xvfb -displayfd 4 -screen 0 1400x900x24 -nolisten tcp 2>/dev/null &
display=$!
trap 'kill "$display" 2>/dev/null; rm -rf "$scratch"' EXIT
read -r -t 20 number <&4 || skip "Xvfb does not start"
export DISPLAY=:$number QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1

# shellcheck disable=SC2016 # of the inner shell
timeout 120 dbus-run-session -- bash -c 'openbox --sm-disable 2>/dev/null & manager=$!
    /usr/bin/python3 "$0" "$1"
    status=$?
    kill "$manager"
    exit "$status"' "$(dirname "$0")/accessibility_bus.py" "$program" ||
    fail "see above"

finish
