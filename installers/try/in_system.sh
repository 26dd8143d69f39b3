#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs on a Debian system as an ordinary user who may use sudo, in a folder with new/ and old/
# packages: installs, uses, upgrades, removes and purges them. Exits with 1 at the first fault.
set -euo pipefail
here=$PWD
failed() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}
step() { printf -- '-- %s\n' "$*"; }
# shellcheck disable=SC2024  # The log is the user's.
apt() {
    sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 \
        -o DPkg::Lock::Timeout=600 "$@" >apt.log 2>&1 || {
        tail -n 15 apt.log >&2
        failed "apt-get $*"
    }
}
# All files of the system with the program's name, but for this folder's and the user's own.
our_files() {
    sudo find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /home -o -path /tmp \) \
        -prune -o -iname '*quaywatch*' -print
}
# version_of DEB: without Debian's revision.
version_of() { dpkg-deb --field "$1" Version | sed 's/-.*//'; }

# use_terminal PROGRAM VERSION
use_terminal() {
    [ "$("$1" --version)" = "quaywatch-cli $2" ] || failed "$1 is not version $2"
    # Exit code 1: nothing listens here.
    "$1" list --json >list.json || [ $? = 1 ] || failed "$1 list"
    grep -q '"sockets"' list.json || failed "$1 list printed no sockets"
    "$1" explain 931 >explain.txt || failed "$1 explain 931"
    grep -qi unassigned explain.txt || failed "$1 explain 931 does not say that it is unassigned"
}

# picture PROGRAM: the window without a display. A picture without text would be smaller.
picture() {
    QT_QPA_PLATFORM=offscreen "$1" --screenshot picture.png >picture.log 2>&1 ||
        failed "no picture: $(tail -n 3 picture.log)"
    [ "$(head -c 4 picture.png | tail -c 3)" = PNG ] || failed "the picture is no PNG"
    [ "$(stat --format=%s picture.png)" -gt 20000 ] || failed "the picture is empty"
}

# Runs the window until its history exists, and ends it as a session does.
run_window() {
    local history=$HOME/.local/share/quaywatch/history.sqlite pid status=0
    QT_QPA_PLATFORM=offscreen timeout 30 quaywatch >window.log 2>&1 &
    pid=$!
    for _ in $(seq 100); do
        [ ! -s "$history" ] || break
        sleep 0.1
    done
    sleep 2
    kill "$pid"
    wait "$pid" || status=$?
    [ -s "$history" ] || failed "the window wrote no history: $(tail -n 3 window.log)"
    [ $status = 0 ] || [ $status = 143 ] || failed "the window ended with $status: $(tail -n 3 window.log)"
}

printf '%s, %s, %s\n' "$(sed -n 's/^PRETTY_NAME=//p' /etc/os-release)" "$(uname -m)" "$(date -I)"
[ -z "$(our_files)" ] || failed "the system is not fresh: $(our_files)"
shopt -s nullglob
new=("$here"/new/quaywatch_*.deb "$here"/new/quaywatch-cli_*.deb)
old=("$here"/old/quaywatch_*.deb "$here"/old/quaywatch-cli_*.deb)
images=("$here"/new/*.AppImage) static=("$here"/new/quaywatch-cli-*-linux-*)
[ ${#new[@]} = 2 ] || failed "two packages are expected in new/"
version=$(version_of "${new[0]}")

for program in "${static[@]}"; do
    step "static program, nothing installed"
    use_terminal "$program" "$version"
done
for image in "${images[@]}"; do
    step "AppImage, nothing installed: window and terminal"
    picture "$image"
    cp picture.png appimage.png
    ln -sf "$image" quaywatch-cli.AppImage
    printf '#!/bin/sh\nexec "%s" cli "$@"\n' "$image" >image-cli && chmod +x image-cli
    use_terminal "$PWD/image-cli" "$version"
    [ -z "$(find /tmp -maxdepth 1 -name 'quaywatch-??????')" ] || failed "the AppImage left its files in /tmp"
done

apt update
kept=()
if [ ${#old[@]} = 2 ]; then
    before=$(version_of "${old[0]}")
    step "version $before, used"
    apt install --no-install-recommends "${old[@]}"
    use_terminal quaywatch-cli "$before"
    quaywatch-cli baseline init >/dev/null || failed "baseline init"
    mkdir -p ~/.config/quaywatch
    run_window
    printf '# mine\n' >>~/.config/quaywatch/expected.toml
    kept=(~/.config/quaywatch/expected.toml)
    [ ! -e ~/.config/quaywatch/quaywatch.ini ] || kept+=(~/.config/quaywatch/quaywatch.ini)
    sha256sum "${kept[@]}" >kept.sums
    step "upgrade from $before to $version"
    apt install --no-install-recommends "${new[@]}"
    sha256sum --check --quiet kept.sums || failed "the upgrade changed the user's files"
else
    step "install $version"
    apt install --no-install-recommends "${new[@]}"
fi

step "used as an ordinary user: terminal, window, desktop"
use_terminal quaywatch-cli "$version"
if [ ${#old[@]} = 2 ]; then
    # Exit code 1: what listens has changed since.
    quaywatch-cli check >/dev/null || [ $? = 1 ] || failed "check after the upgrade"
fi
picture quaywatch
run_window
dpkg-deb --contents "${new[0]}" >contents.txt
dpkg-deb --contents "${new[1]}" >>contents.txt
damaged=(~/.local/share/quaywatch/history-damaged-*)
[ ${#damaged[@]} = 0 ] || failed "the history was set aside"
for file in /usr/share/man/man1/quaywatch{,-cli}.1.gz /usr/share/applications/quaywatch.desktop \
    /usr/share/icons/hicolor/48x48/apps/quaywatch.png \
    /usr/share/metainfo/org.quaywatch.Quaywatch.metainfo.xml \
    /usr/share/bash-completion/completions/quaywatch-cli /usr/share/zsh/site-functions/_quaywatch-cli \
    /usr/share/fish/vendor_completions.d/quaywatch-cli.fish; do
    # A minimal system may leave out documentation.
    [ -e "$file" ] || grep -qF ".$file" contents.txt || failed "$file is not installed"
done

step "the administrator's baseline in /etc"
sudo install -d /etc/quaywatch/expected.d
printf 'schema = 1\n' | sudo tee /etc/quaywatch/expected.d/50.toml >/dev/null
# Exit code 1: something listens, and the file expects nothing.
quaywatch-cli check --system --json >check.json || [ $? = 1 ] || failed "check --system"
grep -q '"/etc/quaywatch/expected.d/50.toml"' check.json ||
    failed "check --system does not read /etc/quaywatch/expected.d"
sudo rm -r /etc/quaywatch

step "remove and purge"
own=(~/.config/quaywatch/*)
[ ${#own[@]} = 0 ] || sha256sum "${own[@]}" >own.sums
apt remove quaywatch quaywatch-cli
for program in /usr/bin/quaywatch /usr/bin/quaywatch-cli; do
    [ ! -e "$program" ] || failed "$program is still there"
done
# apt no longer knows a package that left no settings behind.
# shellcheck disable=SC2024
sudo dpkg --purge quaywatch quaywatch-cli >dpkg.log 2>&1 || failed "dpkg --purge: $(tail -n 3 dpkg.log)"
[ -z "$(our_files)" ] || failed "left behind: $(our_files)"
[ ${#own[@]} = 0 ] || sha256sum --check --quiet own.sums || failed "the purge changed the user's files"
[ -s ~/.local/share/quaywatch/history.sqlite ] || failed "the purge removed the user's history"
rm -rf ~/.config/quaywatch ~/.local/share/quaywatch
printf 'ok\n'
