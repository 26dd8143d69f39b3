#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Signals. SIGHUP: `watch` under nohup goes on, and so does one that writes to a file or a pipe; on a terminal
# it ends. `wait` ends.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
needs python3

python3 - "$cli" <<'END' || fail "SIGHUP is not treated as it should be"
import os, pty, select, signal, socket, subprocess, sys

cli = sys.argv[1]
failures = 0


def check(condition, what):
    global failures
    if not condition:
        print("FAILED:", what, file=sys.stderr)
        failures += 1


def listener():
    made = socket.socket()
    made.bind(("127.0.0.1", 0))
    made.listen()
    return made


def start(words, is_ignored, output):
    def before():
        signal.signal(signal.SIGHUP, signal.SIG_IGN if is_ignored else signal.SIG_DFL)
    return subprocess.Popen([cli, *words], stdout=output, stderr=subprocess.DEVNULL,
                            preexec_fn=before)


def read_until(descriptor, wanted):
    text = b""
    while wanted not in text:
        if not select.select([descriptor], [], [], 20)[0]:
            return False
        piece = os.read(descriptor, 65536)
        if not piece:
            return False
        text += piece
    return True


def port_text(sock):
    return b'"port":%d}' % sock.getsockname()[1]


for is_ignored in (False, True):
    first = listener()
    watcher = start(["watch", "--json", "--initial", "--interval", "0.1", "is:listener"],
                    is_ignored, subprocess.PIPE)
    output = watcher.stdout.fileno()
    check(read_until(output, port_text(first)), "watch is silent")
    watcher.send_signal(signal.SIGHUP)
    second = listener()
    check(read_until(output, port_text(second)), "watch goes on after SIGHUP")
    watcher.send_signal(signal.SIGTERM)
    watcher.communicate(timeout=20)  # reads on: other tests may open many listeners meanwhile
    check(watcher.returncode == 0, "watch ends with 0 after SIGTERM")

here, there = pty.openpty()
first = listener()
watcher = start(["watch", "--json", "--initial", "is:listener"], False, there)
check(read_until(here, port_text(first)), "watch is silent on a terminal")
watcher.send_signal(signal.SIGHUP)
check(watcher.wait(20) == 0, "watch ends with 0 after SIGHUP on a terminal")

def full_pipe():
    """A pipe that takes no more bytes."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    try:
        while True:
            os.write(writing, b" " * 4096)
    except BlockingIOError:
        os.set_blocking(writing, True)
    return reading, writing


def catches(process):
    """Waits until the process blocks SIGTERM, and so takes it by itself."""
    mask = 1 << (signal.SIGTERM - 1)
    for _ in range(2000):
        with open(f"/proc/{process.pid}/status") as status:
            blocked = next(line for line in status if line.startswith("SigBlk:"))
        if int(blocked.split()[1], 16) & mask:
            return True
        select.select([], [], [], 0.01)
    return False


# Nobody reads what it writes: it ends nevertheless.
for stopping in (signal.SIGTERM, signal.SIGINT):
    reading, writing = full_pipe()
    blocked = start(["watch", "--initial", "--json"], False, writing)
    os.close(writing)
    check(catches(blocked), "watch catches SIGTERM")
    blocked.send_signal(stopping)
    try:
        check(blocked.wait(20) == 0, f"watch ends with 0 while nobody reads ({stopping.name})")
    except subprocess.TimeoutExpired:
        check(False, f"watch does not end while nobody reads ({stopping.name})")
        blocked.kill()
        blocked.wait()
    os.close(reading)

waiter = start(["wait", "port:4"], False, subprocess.DEVNULL)
waiter.send_signal(signal.SIGHUP)
check(waiter.wait(20) == -signal.SIGHUP, "wait ends after SIGHUP")
sys.exit(1 if failures else 0)
END

finish
