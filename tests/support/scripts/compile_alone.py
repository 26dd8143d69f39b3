#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles each file of a compilation database separately, without output: compile_alone.py FILE.

A file that relies on headers that other files include before it fails here. Files that the build
generates next to the database are left out: they may not exist yet, and nobody edits them.

Tests that include GoogleMock get it from a precompiled header, which takes half the time. It can
hide only a missing include of what GoogleMock's header includes itself.
"""

import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

GMOCK = "gmock/gmock.h"


def compiler_and_flags(entry):
    """Returns the command of an entry without ccache, source file and output."""
    command = shlex.split(entry["command"])
    if os.path.basename(command[0]) == "ccache":
        del command[0]
    output = command.index("-o")
    del command[output : output + 2]
    source = command.index("-c")
    del command[source : source + 2]
    return command


def run(command, directory):
    result = subprocess.run(command, cwd=directory, capture_output=True, check=False)
    return result.returncode, result.stderr.decode(errors="replace")


def includes_gmock(entry):
    with open(entry["file"], encoding="utf-8") as source:
        return re.search(r"^#include <g(mock|test)/", source.read(), re.M) is not None


def precompile_gmock(entries, build):
    """Precompiles GoogleMock once for each set of flags. Returns the files by these flags."""
    headers = {}
    source = os.path.join(build, "gmock.h")
    with open(source, "w", encoding="utf-8") as text:
        text.write(f"#include <{GMOCK}>\n")
    for entry in filter(includes_gmock, entries):
        flags = compiler_and_flags(entry)
        if tuple(flags) in headers:
            continue
        header = os.path.join(build, f"gmock-{len(headers)}.pch")
        status, errors = run(
            flags + ["-w", "-x", "c++-header", source, "-o", header], entry["directory"]
        )
        if status != 0:
            sys.exit(f"{GMOCK} cannot be precompiled:\n{errors}")
        headers[tuple(flags)] = header
    return headers


def check(entry, gmock):
    flags = compiler_and_flags(entry)
    header = gmock.get(tuple(flags)) if includes_gmock(entry) else None
    precompiled = ["-include-pch", header] if header else []
    status, errors = run(
        flags + precompiled + ["-fsyntax-only", "-w", entry["file"]], entry["directory"]
    )
    return entry["file"], status, errors


def main():
    with open(sys.argv[1], encoding="utf-8") as database:
        entries = json.load(database)
    build = os.path.dirname(os.path.abspath(sys.argv[1]))
    entries = [entry for entry in entries if not entry["file"].startswith(build + os.sep)]
    gmock = precompile_gmock(entries, build)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, status, errors in pool.map(lambda entry: check(entry, gmock), entries):
            if status != 0:
                failed += 1
                print(f"{file} does not compile alone:\n{errors}", file=sys.stderr)
    print(f"{len(entries) - failed} of {len(entries)} files compile alone")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
