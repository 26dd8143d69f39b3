# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Upgrades that are interrupted, each mended as a person would mend it. Needs common.sh.

# small_usr KIB: changes of /usr have this much space from now on. Returns 1 if that cannot be had.
small_usr() {
    local changes
    changes=$(mktemp -d)
    sudo mount -t tmpfs -o "size=$1k,mode=755" tmpfs "$changes" 2>mount.log || return 1
    sudo mkdir "$changes"/{upper,work}
    if ! sudo mount -t overlay overlay \
        -o "lowerdir=/usr,upperdir=$changes/upper,workdir=$changes/work" /usr 2>mount.log; then
        sudo umount "$changes"
        return 1
    fi
    usr_changes=$changes
}

# full_disk DEB...: the disk is full in the middle of the upgrade to these packages.
full_disk() {
    local size program deb
    step "upgrade while the disk is full"
    # The first package fits, the second does not.
    size=$(dpkg-deb --field "$2" Installed-Size)
    small_usr $((size + 1500)) || {
        not_tried "a full disk: $(tail -n 1 mount.log)"
        return 0
    }
    ! try_apt install --no-install-recommends "$@" || failed "the upgrade did not need the space"
    grep -q 'No space left on device' apt.log || failed "it failed otherwise: $(tail -n 5 apt.log)"
    for program in quaywatch-cli quaywatch; do
        QT_QPA_PLATFORM=offscreen $program --version >/dev/null ||
            failed "$program does not run after the failure"
    done
    printf '     meanwhile: %s, %s\n' "$(quaywatch-cli --version)" \
        "$(QT_QPA_PLATFORM=offscreen quaywatch --version)"
    for deb in "$@"; do
        [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$(dpkg-deb --field "$deb" Package)")" \
            != half-installed ] || printf '     %s is half-installed\n' "${deb##*/}"
    done
    sudo mount -o remount,size=1g "$usr_changes"
    # shellcheck disable=SC2024  # The log is the user's.
    sudo dpkg --configure -a >dpkg.log 2>&1 || failed "dpkg --configure -a: $(tail -n 3 dpkg.log)"
    install_packages "$@"
    check_installed "$@"
}

# unpacked DEB...: the machine went down between unpacking and configuring.
unpacked() {
    step "an upgrade that was unpacked and not configured"
    # shellcheck disable=SC2024
    sudo dpkg --unpack "$@" >dpkg.log 2>&1 || failed "dpkg --unpack: $(tail -n 3 dpkg.log)"
    use_terminal quaywatch-cli "$(version_of "$1")"
    # shellcheck disable=SC2024
    sudo dpkg --configure -a >dpkg.log 2>&1 || failed "dpkg --configure -a: $(tail -n 3 dpkg.log)"
    check_installed "$@"
}

# killed DEB...: dpkg is killed while it unpacks the first.
killed() {
    local package
    step "an upgrade that was killed while it unpacked"
    package=$(dpkg-deb --field "$1" Package)
    # shellcheck disable=SC2016,SC2024  # The inner shell expands them; the log is the user's.
    sudo bash -c 'mkfifo "$1" && exec 3<>"$1" && rm "$1"
        dpkg --status-fd 3 --install "${@:3}" &
        while read -r -t 60 line <&3; do
            case $line in
                "status: $2"*": half-installed") kill -KILL $! && exit 0 ;;
            esac
        done
        exit 1' bash "$PWD/status" "$package" "$@" >dpkg.log 2>&1 || failed "dpkg was not killed"
    printf '     %s: %s\n' "$package" \
        "$(dpkg-query --show --showformat '${db:Status-Eflag}, ${db:Status-Status}' "$package")"
    # It refuses a package that has to be installed again, and says so.
    # shellcheck disable=SC2024
    sudo dpkg --configure -a >dpkg.log 2>&1 || sed -n '1,2s/^/     /p' dpkg.log
    # shellcheck disable=SC2024
    sudo dpkg --install "$@" >dpkg.log 2>&1 || failed "dpkg --install: $(tail -n 3 dpkg.log)"
    check_installed "$@"
}
