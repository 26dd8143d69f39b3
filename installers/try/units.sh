#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# units.sh: runs as root on a Debian system with a running systemd, of which nothing else is needed
# afterwards (a container or a virtual machine), in a folder with the package quaywatch-cli in new/
# and with common.sh. Installs it, runs its units, upgrades, removes and purges it. Exits with 1 at
# the first fault.
set -euo pipefail
here=$PWD
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
listener=""
trap '[ -z "$listener" ] || kill "$listener" 2>/dev/null' EXIT

# eventually COMMAND...: within 30 seconds.
eventually() {
    for _ in $(seq 150); do
        ! "$@" >/dev/null 2>&1 || return 0
        sleep 0.2
    done
    return 1
}
journal_has() { journalctl --no-pager --output=cat "${@:2}" | grep -q -e "$1"; }
is() { [ "$(systemctl "is-$1" "$2" 2>/dev/null)" = "$3" ]; }
# quietly COMMAND...
quietly() { "$@" >units.log 2>&1 || failed "$*: $(tail -n 3 units.log)"; }

listen_on() {
    python3 -c 'import socket, sys, signal
s = socket.create_server(("", int(sys.argv[1])))
signal.pause()' "$1" &
    listener=$!
}

check_files() {
    local unit rating folder=/lib/systemd
    step "the units: verified and rated"
    systemd-analyze verify --man=no "$folder"/system/quaywatch-*.{service,timer} >verify.txt 2>&1 || true
    ! grep quaywatch verify.txt >&2 || failed "systemd-analyze verify"
    for unit in "$folder"/system/quaywatch-*.service; do
        rating=$(systemd-analyze security --offline=true "$unit" 2>/dev/null |
            sed -n 's/.*exposure level for .*: \([0-9]*\.[0-9]\) .*/\1/p')
        printf '     %s: %s\n' "${unit##*/}" "$rating"
        [[ $rating =~ ^([01]\.[0-9]|2\.0)$ ]] || failed "${unit##*/} is rated '$rating', more than 2.0"
    done
    for unit in quaywatch-watch.service quaywatch-check.timer; do
        is enabled $unit disabled || failed "$unit is $(systemctl is-enabled $unit), not disabled"
        is active $unit inactive || failed "$unit runs after the installation"
    done
}

try_watch() {
    step "quaywatch-watch.service"
    quietly systemctl enable --now quaywatch-watch.service
    eventually is active quaywatch-watch.service active || failed "it does not run"
    listen_on 931
    eventually journal_has 931 -u quaywatch-watch -p warning ||
        failed "no warning about port 931: $(journalctl -u quaywatch-watch -n 5 -o cat)"
    # The owner runs as root, the unit does not.
    eventually journal_has "931.*python3" -u quaywatch-watch ||
        failed "it does not see the owner: $(journalctl -u quaywatch-watch -n 5 -o cat)"
    journalctl --no-pager --output=short -u quaywatch-watch -p warning | sed -n '/931/s/^/     /p' | head -n 2
    [ "$(stat --format=%U "/proc/$(systemctl show --value -p MainPID quaywatch-watch)")" != root ] ||
        failed "it runs as root"
}

try_upgrade() {
    local before after
    step "an upgrade restarts the unit that runs"
    before=$(systemctl show --value -p MainPID quaywatch-watch)
    quietly dpkg --install "$1"
    eventually is active quaywatch-watch.service active || failed "it does not run after the upgrade"
    after=$(systemctl show --value -p MainPID quaywatch-watch)
    [ "$before" != "$after" ] || failed "the old program still runs"
    ! readlink "/proc/$after/exe" | grep -q deleted || failed "it runs the old program"
}

try_check() {
    step "quaywatch-check.service and its timer"
    quietly systemctl start quaywatch-check.service
    [ "$(systemctl show --value -p ConditionResult quaywatch-check.service)" = no ] ||
        failed "it compares although nothing is expected"
    install -d /etc/quaywatch/expected.d
    printf 'schema = 1\n' >/etc/quaywatch/expected.d/50.toml
    ! systemctl start quaywatch-check.service 2>units.log || failed "port 931 is no difference"
    eventually journal_has "found differences or failed" -u quaywatch-check-failed -p err ||
        failed "OnFailure= wrote no error"
    journal_has 931 -u quaywatch-check || failed "the journal does not say which port differs"
    journalctl --no-pager --output=short -u quaywatch-check-failed -p err | sed -n '/found/s/^/     /p' | tail -n 1
    install -d /run/systemd/system/quaywatch-check.timer.d
    printf '[Timer]\nOnCalendar=\nOnCalendar=*:*:0/2\nRandomizedDelaySec=0\nAccuracySec=100ms\n' \
        >/run/systemd/system/quaywatch-check.timer.d/soon.conf
    quietly systemctl daemon-reload
    # What listens is expected from now on.
    quaywatch-cli baseline init --baseline /root/expected.toml >/dev/null
    install -m 644 /root/expected.toml /etc/quaywatch/expected.d/50.toml
    quietly systemctl reset-failed quaywatch-check.service
    quietly systemctl enable --now quaywatch-check.timer
    eventually journal_has "as expected by" -u quaywatch-check ||
        failed "the timer did not start the check: $(journalctl -u quaywatch-check -n 5 -o cat)"
    is active quaywatch-check.timer active || failed "the timer has ended"
}

# as_tester COMMAND...
as_tester() {
    runuser -u tester -- env HOME=/home/tester "XDG_RUNTIME_DIR=/run/user/$(id -u tester)" "$@"
}
try_user_unit() {
    step "quaywatch-watch.service of a user"
    useradd --create-home tester
    if ! systemctl start "user@$(id -u tester).service" 2>units.log ||
        ! eventually as_tester systemctl --user is-active default.target; then
        not_tried "the user unit: no systemd of a user can be started: $(tail -n 1 units.log)"
        return 0
    fi
    as_tester systemctl --user start quaywatch-watch.service || failed "it does not start"
    listen_on_as_tester
    eventually journal_has "1931.*python3" _SYSTEMD_USER_UNIT=quaywatch-watch.service ||
        failed "no line: $(journalctl -n 5 -o cat _SYSTEMD_USER_UNIT=quaywatch-watch.service)"
    journalctl --no-pager --output=short _SYSTEMD_USER_UNIT=quaywatch-watch.service |
        sed -n '/1931/s/^/     /p' | head -n 1
    quietly systemctl stop "user@$(id -u tester).service"
}
listen_on_as_tester() {
    as_tester systemd-run --user --quiet python3 -c 'import socket, signal
s = socket.create_server(("", 1931))
signal.pause()'
}

try_removal() {
    step "remove and purge"
    quietly dpkg --remove quaywatch-cli
    ! systemctl --quiet is-active quaywatch-watch.service quaywatch-check.timer || failed "a unit runs on"
    [ -z "$(find /etc/systemd -name '*quaywatch*')" ] || failed "links: $(find /etc/systemd -name '*quaywatch*')"
    quietly dpkg --purge quaywatch-cli
    rm -rf /etc/quaywatch /run/systemd/system/quaywatch-check.timer.d
    rm -f /root/expected.toml
    systemctl daemon-reload
    ! systemctl cat quaywatch-watch.service >/dev/null 2>&1 || failed "systemd still knows the unit"
    [ -z "$(find /etc /usr /var/lib /run -xdev -iname '*quaywatch*' ! -path "$here/*")" ] ||
        failed "left behind: $(find /etc /usr /var/lib /run -xdev -iname '*quaywatch*')"
}

[ "$(id -u)" = 0 ] || failed "must be root"
[ -d /run/systemd/system ] || failed "systemd does not run here"
deb=$(find "$here/new" -name 'quaywatch-cli_*.deb' | head -n 1)
[ -n "$deb" ] || failed "there is no package quaywatch-cli in new/"
mkdir -p "$here/next"
next_package "$deb" "$here/next"
systemctl --version | head -n 1
quietly dpkg --install "$deb"
check_files
try_watch
try_upgrade "$here/next/quaywatch-cli_next.deb"
try_check
try_user_unit
try_removal
printf 'ok\n'
