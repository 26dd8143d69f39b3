#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# common_licenses.sh FOLDER FILE...: copies into FOLDER the texts of licenses that the copyright files
# of Debian's packages name in /usr/share/common-licenses instead of repeating them.
set -euo pipefail
folder=$1
shift
mkdir -p "$folder"
{ grep -ohE '/usr/share/common-licenses/[A-Za-z0-9.+-]+' "$@" || true; } | sort -u |
    while read -r text; do
        # With the full stop of its sentence.
        while [ ! -e "$text" ] && [ "${text%[.-]}" != "$text" ]; do text=${text%[.-]}; done
        if [ -f "$text" ]; then
            cp --dereference "$text" "$folder"
        else
            printf 'a copyright file names %s, which does not exist\n' "$text" >&2
        fi
    done
