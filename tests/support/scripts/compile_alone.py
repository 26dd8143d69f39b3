#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles each file of a compilation database separately, without output: compile_alone.py FILE.

A file that relies on headers that other files include before it fails here. Files that the build
generates next to the database are left out: they may not exist yet, and nobody edits them.
"""

import concurrent.futures
import json
import os
import shlex
import subprocess
import sys


def check(entry):
    command = shlex.split(entry["command"])
    if os.path.basename(command[0]) == "ccache":
        del command[0]
    output = command.index("-o")
    del command[output : output + 2]
    command += ["-fsyntax-only", "-w"]
    result = subprocess.run(
        command, cwd=entry["directory"], capture_output=True, check=False
    )
    return entry["file"], result.returncode, result.stderr.decode(errors="replace")


def main():
    with open(sys.argv[1], encoding="utf-8") as database:
        entries = json.load(database)
    build = os.path.dirname(os.path.abspath(sys.argv[1])) + os.sep
    entries = [entry for entry in entries if not entry["file"].startswith(build)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, status, errors in pool.map(check, entries):
            if status != 0:
                failed += 1
                print(f"{file} does not compile alone:\n{errors}", file=sys.stderr)
    print(f"{len(entries) - failed} of {len(entries)} files compile alone")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
