#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a command in the sources of this project on a bare Debian: a minimal system in a folder, as
# an ordinary user who may use sudo. The system is created at the first call and used again later.
#
#   bare_system.sh RELEASE FOLDER SOURCES [--throwaway] -- COMMAND...
#                                                              as root; needs debootstrap
#
# With --throwaway, what the command changes in the system is gone at its end: the next call finds
# the system as it was made.
#
# Exits as the command does, or with 75 if the system cannot be created.
set -euo pipefail

readonly release=$1 root=$2 sources=$3
shift 3
throwaway=""
if [ "$1" = --throwaway ]; then
    throwaway=$root.changes
    shift
fi
shift

die() {
    printf 'bare system: %s\n' "$*" >&2
    exit 75
}

# The source of this machine's packages: a Debian mirror of its apt sources.
mirror() {
    local found
    found=$({
        cat /etc/apt/sources.list.d/*.sources 2>/dev/null | sed -nE 's/^URIs: *//p' | tr ' ' '\n'
        cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
            sed -nE 's/^deb (\[[^]]*\] )?([^ ]*).*/\2/p'
    } | grep -E '^https?://.*/debian/?$' | head -n 1)
    [ -n "$found" ] || die "no Debian mirror in this machine's apt sources"
    printf '%s' "$found"
}

# The configuration by which this machine reaches its packages (a proxy), without package files.
copy_apt_settings() {
    local file
    for file in /etc/apt/apt.conf.d/*; do
        [ -f "$file" ] || continue
        dpkg-query -S "$file" >/dev/null 2>&1 || cp -a "$file" "$root/etc/apt/apt.conf.d/"
    done
}

make_system() {
    printf 'Making a bare Debian %s in %s\n' "$release" "$root"
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    # debootstrap knows the releases of its time; the same script works for all.
    local script=() from
    from=$(mirror) || exit
    [ -e "/usr/share/debootstrap/scripts/$release" ] || script=(/usr/share/debootstrap/scripts/sid)
    # In a new mount namespace: its mounts end with it, however it ends.
    unshare --mount --propagation private debootstrap --variant=minbase \
        --include=ca-certificates,sudo "$release" "$root" "$from" "${script[@]}" \
        >"$root.log" 2>&1 || {
        tail -n 5 "$root.log" >&2
        die "debootstrap could not make $release"
    }
    copy_apt_settings
    chroot "$root" useradd --create-home --shell /bin/bash builder
    printf 'builder ALL=(ALL) NOPASSWD: ALL\n' >"$root/etc/sudoers.d/builder"
    chmod 0440 "$root/etc/sudoers.d/builder"
    touch "$root/.complete"
}

# The current sources, with uncommitted changes. Earlier build results stay.
copy_sources() {
    local home=$root/home/builder/quaywatch
    mkdir -p "$home"
    find "$home" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    tar -C "$sources" --exclude=./build --exclude=./.git -c . | tar -C "$home" -x
    chroot "$root" chown -R builder: /home/builder/quaywatch
}

# shellcheck disable=SC2016  # The inner shell expands them.
readonly mount_and_run='
    set -e
    for folder in proc sys dev dev/pts; do mount --bind "/$folder" "$1/$folder"; done
    exec chroot "$1" su builder -s /bin/bash -c "cd ~builder/quaywatch && exec $2"
'

enter() {
    local line all settings=(env -i HOME=/home/builder LANG=C.UTF-8 TERM="${TERM:-dumb}"
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin) variable
    for variable in CI CXX SOURCE_DATE_EPOCH QUAYWATCH_MAINTAINER http_proxy https_proxy no_proxy; do
        [ -z "${!variable:-}" ] || settings+=("$variable=${!variable}")
    done
    # Quoted twice: for the shell of su, and for the shell that it starts.
    printf -v line '%q ' "$@"
    printf -v all '%q ' "${settings[@]}" bash -c "$line"
    # The mounts end with the last process of this namespace.
    if [ -z "$throwaway" ]; then
        exec unshare --mount --propagation private bash -c "$mount_and_run" bash "$root" "$all"
    fi
    rm -rf --one-file-system "$throwaway"
    mkdir -p "$throwaway"/{upper,work,merged}
    local status=0
    # shellcheck disable=SC2016  # The inner shell expands them.
    unshare --mount --propagation private bash -c '
        mount -t overlay overlay -o "lowerdir=$1,upperdir=$3/upper,workdir=$3/work" "$3/merged" ||
            exit 75
        set -- "$3/merged" "$2"
        '"$mount_and_run" bash "$root" "$all" "$throwaway" || status=$?
    rm -rf --one-file-system "$throwaway"
    return $status
}

[ "$(id -u)" = 0 ] || die "must be root"
command -v debootstrap >/dev/null || die "needs debootstrap"
[[ $release =~ ^[a-z]+$ ]] || die "'$release' is not the name of a Debian release"
mkdir -p "$(dirname "$root")"
exec 9>"$root.lock"
flock --nonblock 9 || die "another run uses $root"
[ -e "$root/.complete" ] || make_system
cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
copy_sources
enter "$@"
