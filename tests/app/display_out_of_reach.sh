#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Without a display that can be used, the window prints one line and ends with exit code 4. Options
# of Qt do not stop it before that.

# shellcheck source-path=SCRIPTDIR source=program_support.sh
source "$(dirname "$0")/program_support.sh"
unset QT_QPA_PLATFORM

ends_with_one_line()
{
    "$program" "$@" 2>"$scratch/errors"
    local status=$?
    ((status == 4)) || fail "ended with $status: $(<"$scratch/errors")"
    (($(wc -l <"$scratch/errors") == 1)) || fail "not one line: $(<"$scratch/errors")"
    grep -q '^quaywatch: .*display' "$scratch/errors" || fail "$(<"$scratch/errors")"
}

ends_with_one_line
"$program" -platform offscreen --screenshot "$scratch/picture.png" >/dev/null 2>"$scratch/errors" ||
    fail "-platform is not obeyed without a display: $(<"$scratch/errors")"
export DISPLAY=:987
ends_with_one_line
ends_with_one_line -session 117a -style Fusion -geometry 800x600+1+1 -qwindowtitle x --reverse
ends_with_one_line --platform no-such-platform

finish
