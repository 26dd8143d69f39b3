#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs on a Debian system as an ordinary user who may use sudo, in a folder with new/ and old/
# packages: installs, uses, upgrades, interrupts, removes and purges them. Exits with 1 at the first
# fault.
set -euo pipefail
here=$PWD
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
# shellcheck source-path=SCRIPTDIR source=faults.sh
. "$here/faults.sh"

# on_display COMMAND...: with a display, a session bus and the accessibility bus.
on_display() {
    QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LANGUAGE='' LC_ALL=C.UTF-8 \
        xvfb-run --auto-servernum --server-args='-screen 0 1400x900x24 -nolisten tcp' \
        dbus-run-session -- "$@" 2>display.log || failed "$(tail -n 5 display.log)"
}

try_static() {
    step "static program, nothing installed"
    use_terminal "$1" "$version"
    use_doctor "$1" "$version"
}

try_appimage() {
    local image=$1 noexec
    step "AppImage, nothing installed: window and terminal"
    picture "$image"
    cp picture.png appimage.png
    ln -sf "$image" quaywatch-cli
    use_terminal "$PWD/quaywatch-cli" "$version"
    use_doctor "$PWD/quaywatch-cli" "$version"
    [ "$("$image" cli --version)" = "quaywatch-cli $version" ] || failed "the AppImage does not know cli"
    [ -z "$(find /tmp -maxdepth 1 -name 'quaywatch-??????')" ] || failed "the AppImage left its files in /tmp"
    noexec=$(mktemp -d)
    if sudo mount -t tmpfs -o noexec,mode=1777 tmpfs "$noexec" 2>mount.log; then
        ! TMPDIR=$noexec "$image" --version >noexec.log 2>&1 || failed "it runs from a noexec folder"
        grep -q "mounted noexec" noexec.log || failed "in a noexec folder it says: $(cat noexec.log)"
        sudo umount "$noexec"
    else
        not_tried "a noexec folder: $(tail -n 1 mount.log)"
    fi
    rm quaywatch-cli
}

# Settings, history and baseline, as the version of old/ writes them.
use_old() {
    step "version $1, used"
    install_packages "${old[@]}"
    use_terminal quaywatch-cli "$1"
    quaywatch-cli baseline init >/dev/null || failed "baseline init"
    mkdir -p ~/.config/quaywatch
    run_window
    printf '# mine\n' >>~/.config/quaywatch/expected.toml
    [ -s ~/.config/quaywatch/quaywatch.ini ] || printf '[General]\n' >~/.config/quaywatch/quaywatch.ini
    start_window
    sha256sum ~/.config/quaywatch/expected.toml ~/.config/quaywatch/quaywatch.ini >kept.sums
    stat --format=%i "$history" >history.inode
}

# The old window runs on during the upgrade, and ends in order.
upgrade_old() {
    full_disk "${new[@]}"
    step "upgrade from $1 to $version"
    install_packages "${new[@]}"
    check_installed "${new[@]}"
    sha256sum --check --quiet kept.sums || failed "the upgrade changed the user's files"
    end_window
    run_window
    [ "$(stat --format=%i "$history")" = "$(cat history.inode)" ] || failed "there is another history"
    # Exit code 1: what listens has changed since.
    quaywatch-cli check >/dev/null || [ $? = 1 ] || failed "check after the upgrade"
}

use_new() {
    local damaged file
    step "used as an ordinary user: terminal, window, desktop"
    use_terminal quaywatch-cli "$version"
    use_doctor quaywatch-cli "$version"
    picture quaywatch
    run_window
    damaged=(~/.local/share/quaywatch/history-damaged-*)
    [ ${#damaged[@]} = 0 ] || failed "the history was set aside"
    { dpkg-deb --contents "${new[0]}" && dpkg-deb --contents "${new[1]}"; } >contents.txt
    for file in /usr/share/man/man1/quaywatch{,-cli}.1.gz /usr/share/applications/quaywatch.desktop \
        /usr/share/icons/hicolor/48x48/apps/quaywatch.png \
        /usr/share/metainfo/org.quaywatch.Quaywatch.metainfo.xml \
        /usr/share/bash-completion/completions/quaywatch-cli /usr/share/zsh/site-functions/_quaywatch-cli \
        /usr/share/fish/vendor_completions.d/quaywatch-cli.fish; do
        # A minimal system may leave out documentation.
        [ -e "$file" ] || grep -qF ".$file" contents.txt || failed "$file is not installed"
    done
}

try_faults() {
    [ ${#old[@]} = 2 ] || full_disk "${next[@]}"
    install_packages "${new[@]}"
    unpacked "${next[@]}"
    install_packages "${new[@]}"
    killed "${next[@]}"
    install_packages "${new[@]}"
    check_installed "${new[@]}"
}

# What the window says can only be read on a display.
try_window_on_display() {
    try_apt install --no-install-recommends at-spi2-core dbus-daemon python3-pyatspi xauth xvfb || {
        not_tried "what the window says: $(tail -n 1 apt.log)"
        return 0
    }
    step "installation over a running window"
    on_display /usr/bin/python3 "$here/window_says.py" "Quaywatch was updated" --then-press Restart \
        --after "sudo dpkg --install ${next[*]@Q} >dpkg.log 2>&1"
    # With the version of the file's format (bytes 60 to 63) that a later version would write.
    step "downgrade: a history of a later version is left alone"
    if [ ${#old[@]} = 2 ]; then install_packages "${old[@]}"; else install_packages "${new[@]}"; fi
    printf '     now: %s\n' "$(QT_QPA_PLATFORM=offscreen quaywatch --version)"
    [ ! -s "$history-wal" ] || failed "the window left its write-ahead log"
    cp "$history" history.kept
    printf '\0\0\0\143' | dd of="$history" bs=1 seek=60 conv=notrunc status=none
    sha256sum "$history" >history.sums
    on_display /usr/bin/python3 "$here/window_says.py" "written by a newer version"
    sha256sum --check --quiet history.sums || failed "the history of a later version was changed"
    [ -z "$(find "${history%/*}" -name 'history-damaged-*')" ] || failed "the history was set aside"
    mv history.kept "$history"
    install_packages "${new[@]}"
}

try_system_baseline() {
    step "the administrator's baseline in /etc"
    sudo install -d /etc/quaywatch/expected.d
    printf 'schema = 1\n' | sudo tee /etc/quaywatch/expected.d/50.toml >/dev/null
    # Exit code 1: something listens, and the file expects nothing.
    quaywatch-cli check --system --json >check.json || [ $? = 1 ] || failed "check --system"
    grep -q '"/etc/quaywatch/expected.d/50.toml"' check.json ||
        failed "check --system does not read /etc/quaywatch/expected.d"
    printf 'schema = 1\n[[expect]]\nprot = 3\n' | sudo tee /etc/quaywatch/expected.d/60.toml >/dev/null
    quaywatch-cli check --system >check.txt 2>&1 && failed "check accepts a broken file"
    grep -q '60.toml:3:1' check.txt || failed "check does not say where a file is broken: $(cat check.txt)"
    sudo rm -r /etc/quaywatch
}

remove_and_purge() {
    local own program
    step "remove and purge"
    own=(~/.config/quaywatch/* ~/.local/share/quaywatch/*)
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
    [ -s "$history" ] || failed "the purge removed the user's history"
    rm -rf ~/.config/quaywatch ~/.local/share/quaywatch
}

printf '%s, %s, %s\n' "$(sed -n 's/^PRETTY_NAME=//p' /etc/os-release)" "$(uname -m)" "$(date -I)"
[ -z "$(our_files)" ] || failed "the system is not fresh: $(our_files)"
shopt -s nullglob
new=("$here"/new/quaywatch_*.deb "$here"/new/quaywatch-cli_*.deb)
old=("$here"/old/quaywatch_*.deb "$here"/old/quaywatch-cli_*.deb)
[ ${#new[@]} = 2 ] || failed "two packages are expected in new/"
[ ${#old[@]} = 0 ] || [ ${#old[@]} = 2 ] || failed "two packages or none are expected in old/"
version=$(version_of "${new[0]}")
mkdir "$here/next"
for deb in "${new[@]}"; do next_package "$deb" "$here/next"; done
next=("$here"/next/quaywatch_*.deb "$here"/next/quaywatch-cli_*.deb)

for program in "$here"/new/quaywatch-cli-*-linux-*; do try_static "$program"; done
for image in "$here"/new/*.AppImage; do try_appimage "$image"; done
apt update
if [ ${#old[@]} = 2 ]; then
    use_old "$(version_of "${old[0]}")"
    upgrade_old "$(version_of "${old[0]}")"
else
    not_tried "an upgrade from an earlier version: --from FOLDER has its packages"
    step "install $version"
    install_packages "${new[@]}"
    check_installed "${new[@]}"
fi
use_new
try_faults
try_window_on_display
try_system_baseline
remove_and_purge
printf 'ok\n'
