# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What the steps of in_system.sh share. They run in a folder of their own, as an ordinary user.

failed() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}
step() { printf -- '-- %s\n' "$*"; }
not_tried() { printf -- '-- NOT TRIED: %s\n' "$*"; }

# try_apt ARGUMENT...: as apt, but a failure is up to the caller.
# shellcheck disable=SC2024  # The log is the user's.
try_apt() {
    sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 \
        -o DPkg::Lock::Timeout=600 "$@" >apt.log 2>&1
}
apt() {
    try_apt "$@" || {
        tail -n 15 apt.log >&2
        failed "apt-get $*"
    }
}
install_packages() { apt install --no-install-recommends --allow-downgrades "$@"; }

# All files of the system with the program's name, but for this folder's and the user's own. /usr may
# be a file system of its own.
our_files() {
    sudo find / /usr -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /home -o -path /tmp \) \
        -prune -o -iname '*quaywatch*' -print | sort -u
}
# version_of DEB: without Debian's revision.
version_of() { dpkg-deb --field "$1" Version | sed 's/-.*//'; }
installed_version() { dpkg-query --show --showformat '${Version}' "$1"; }

# check_installed DEB...: these packages are installed, completely, with the files that they list.
check_installed() {
    local deb package state
    for deb in "$@"; do
        package=$(dpkg-deb --field "$deb" Package)
        state=$(dpkg-query --show --showformat '${db:Status-Abbrev}${Version}' "$package")
        [ "$state" = "ii $(dpkg-deb --field "$deb" Version)" ] || failed "$package is in state $state"
        dpkg --verify "$package" >verify.txt || true
        # A minimal system may leave out documentation.
        ! grep -v '/usr/share/\(doc\|man\|lintian\)/' verify.txt >&2 || failed "$package has changed files"
    done
    [ -z "$(dpkg --audit)" ] || failed "dpkg --audit: $(dpkg --audit)"
}

# use_terminal PROGRAM VERSION
use_terminal() {
    [ "$("$1" --version)" = "quaywatch-cli $2" ] || failed "$1 is not version $2"
    # Exit code 1: nothing listens here.
    "$1" list --json >list.json || [ $? = 1 ] || failed "$1 list"
    grep -q '"sockets"' list.json || failed "$1 list printed no sockets"
    "$1" explain 931 >explain.txt || failed "$1 explain 931"
    grep -qi unassigned explain.txt || failed "$1 explain 931 does not say that it is unassigned"
}
# use_doctor PROGRAM VERSION
use_doctor() {
    "$1" doctor >doctor.txt || failed "$1 doctor: $(tail -n 3 doctor.txt)"
    grep -qF "$2" doctor.txt || failed "$1 doctor does not name version $2"
    grep -qF "$(uname -r)" doctor.txt || failed "$1 doctor does not name the kernel"
    "$1" doctor --json | grep -q '"schema":1' || failed "$1 doctor --json"
    sed 's/^/     /' doctor.txt
}

# picture PROGRAM: the window without a display. A picture without text would be smaller.
picture() {
    QT_QPA_PLATFORM=offscreen "$1" --screenshot picture.png >picture.log 2>&1 ||
        failed "no picture: $(tail -n 3 picture.log)"
    [ "$(head -c 4 picture.png | tail -c 3)" = PNG ] || failed "the picture is no PNG"
    [ "$(stat --format=%s picture.png)" -gt 20000 ] || failed "the picture is empty"
}

readonly history=$HOME/.local/share/quaywatch/history.sqlite
window=""
# Starts the window, and returns when its history exists.
start_window() {
    QT_QPA_PLATFORM=offscreen timeout 300 quaywatch >window.log 2>&1 &
    window=$!
    for _ in $(seq 100); do
        [ ! -s "$history" ] || break
        sleep 0.1
    done
    sleep 2
    kill -0 "$window" 2>/dev/null || failed "the window has ended: $(tail -n 3 window.log)"
}
# Ends it as a session does.
end_window() {
    local status=0
    kill "$window" 2>/dev/null || failed "the window had ended before: $(tail -n 3 window.log)"
    wait "$window" || status=$?
    [ -s "$history" ] || failed "the window wrote no history: $(tail -n 3 window.log)"
    [ $status = 0 ] || [ $status = 143 ] || failed "the window ended with $status: $(tail -n 3 window.log)"
}
run_window() {
    start_window
    end_window
}

# next_package DEB FOLDER: the same package with a later version and another program.
next_package() {
    local tree program name
    tree=$(mktemp -d)
    dpkg-deb --raw-extract "$1" "$tree"
    sed -i 's/^Version: .*/&+next/' "$tree/DEBIAN/control"
    for program in "$tree"/usr/bin/*; do printf 'next' >>"$program"; done
    (cd "$tree" && find usr -type f -exec md5sum {} + >DEBIAN/md5sums)
    name=$(dpkg-deb --field "$1" Package)
    dpkg-deb --root-owner-group -Zgzip --build "$tree" "$2/${name}_next.deb" >/dev/null
    rm -rf "$tree"
}
