# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a network namespace with a listener in it, prints "ready", and ends with its input.

named PATH: no process is in the namespace; it is mounted at PATH, and this process has the listener.
moved: this process is in it, and also holds a listener of the namespace where it started.
thread: only a thread is in it.
"""

import ctypes
import os
import socket
import sys
import threading

CLONE_NEWNET = 0x40000000
MS_BIND = 0x1000
libc = ctypes.CDLL(None, use_errno=True)


def done(result):
    if result != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def listener():
    made = socket.socket()
    made.bind(("0.0.0.0", 0))
    made.listen()
    return made


def enter_new():
    done(libc.unshare(CLONE_NEWNET))
    return listener()


mode = sys.argv[1]
held = []
if mode == "named":
    before = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    held.append(enter_new())
    done(libc.mount(b"/proc/thread-self/ns/net", sys.argv[2].encode(), None, MS_BIND, None))
    done(libc.setns(before, CLONE_NEWNET))
    os.close(before)
elif mode == "moved":
    held = [listener(), enter_new()]
elif mode == "thread":
    held.append(listener())
    has_entered = threading.Event()

    def serve():
        held.append(enter_new())
        has_entered.set()
        threading.Event().wait()

    threading.Thread(target=serve, daemon=True).start()
    has_entered.wait()
print("ready", flush=True)
sys.stdin.read()
