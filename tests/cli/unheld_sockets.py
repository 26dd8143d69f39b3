#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds UDP 932 in a message that is never read, and UDP 933 only in the table of a thread."""
import ctypes
import socket
import threading

CLONE_FILES = 0x400
libc = ctypes.CDLL(None, use_errno=True)
unshared = threading.Event()


def bound(port):
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.bind(("0.0.0.0", port))
    return made


def hold_in_thread():
    libc.unshare(CLONE_FILES)
    kept = bound(933)
    unshared.set()
    threading.Event().wait()
    del kept


pair = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
passed = bound(932)
socket.send_fds(pair[0], [b"x"], [passed.fileno()])
passed.close()
threading.Thread(target=hold_in_thread, daemon=True).start()
unshared.wait()
print("ready", flush=True)
threading.Event().wait()
