#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""without_threads.py PROGRAM [WORD...]: runs a program that cannot start threads.

A seccomp filter, which needs no privilege, makes clone() with CLONE_THREAD fail with EAGAIN, as if the
user had as many threads as RLIMIT_NPROC allows. It refuses clone3() altogether, because a filter
cannot read its flags: processes are created by fork() only. Exits with 77 without seccomp.
"""
import ctypes
import os
import platform
import struct
import sys

CLONE_THREAD = 0x10000
CLONE3 = 435
CLONE = {"x86_64": 56, "aarch64": 220}
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
ERRNO_EAGAIN, ALLOW = 0x00050000 | 11, 0x7FFF0000
LOAD, EQUAL, ANY_BIT, RETURN = 0x20, 0x15, 0x45, 0x06  # of <linux/bpf_common.h>


def main():
    clone = CLONE.get(platform.machine())
    if clone is None:
        print("SKIPPED: the number of clone() is not known here", file=sys.stderr)
        sys.exit(77)
    steps = [
        (LOAD, 0, 0, 0),  # the call's number
        (EQUAL, 4, 0, CLONE3),
        (EQUAL, 0, 2, clone),
        (LOAD, 0, 0, 16),  # the lower half of its first argument
        (ANY_BIT, 1, 0, CLONE_THREAD),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, ERRNO_EAGAIN),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = struct.pack("HL", len(steps), ctypes.addressof(code))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4
    pointer = ctypes.cast(ctypes.create_string_buffer(program), ctypes.c_void_p).value
    if prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or prctl(
        PR_SET_SECCOMP, SECCOMP_MODE_FILTER, pointer, 0, 0
    ):
        print("SKIPPED: no seccomp filter may be set here", file=sys.stderr)
        sys.exit(77)
    os.execv(sys.argv[1], sys.argv[1:])


main()
