# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# Prints what follows the version of a .deb made here: 1+deb12 on Debian 12, 1+ubuntu24.04 on that
# Ubuntu. The package of a later release of Debian is newer than the one of an earlier release, so
# that an upgrade of the system replaces it.
deb_release() {
    (
        # shellcheck source=/dev/null
        . /etc/os-release
        case ${ID:-linux} in
            debian) printf '1+deb%s' "${VERSION_ID:-13+$VERSION_CODENAME}" ;;
            *) printf '1+%s%s' "${ID:-linux}" "${VERSION_ID:-}" ;;
        esac
    )
}
