#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles each file of a compilation database separately, without output: compile_alone.py FILE.

A file that relies on headers that other files include before it fails here. Files that the build
generates next to the database are left out: they may not exist yet, and nobody edits them.

Headers of GoogleMock and of Qt take most of the time, so some of them are precompiled for the files
that use them. This can hide only a missing include of what these headers include themselves.
"""

import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

# A header that is precompiled, and the includes of the files that get it.
PRECOMPILED = {
    "gmock/gmock.h": re.compile(r"^#include <g(mock|test)/", re.M),
    "QObject": re.compile(r"^#include <Q", re.M),
    "QWidget": re.compile(r'^#include (<QWidget>|"app/(gui|charts|delegates)/)', re.M),
}


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


def wanted_headers(entry):
    """Returns the headers that are precompiled for a file."""
    with open(entry["file"], encoding="utf-8") as source:
        text = source.read()
    return tuple(header for header, includes in PRECOMPILED.items() if includes.search(text))


def key(entry):
    """Files with the same key use the same precompiled header."""
    return tuple(compiler_and_flags(entry)), wanted_headers(entry)


def precompile(entries, build):
    """Precompiles each needed set of headers. Returns the files by key."""
    files = {}
    for entry in entries:
        flags, headers = key(entry)
        if not headers or (flags, headers) in files:
            continue
        source = os.path.join(build, f"precompiled-{len(files)}.h")
        with open(source, "w", encoding="utf-8") as text:
            text.writelines(f"#include <{header}>\n" for header in headers)
        status, errors = run(
            [*flags, "-w", "-x", "c++-header", source, "-o", source + ".pch"], entry["directory"]
        )
        if status != 0:
            sys.exit(f"{', '.join(headers)} cannot be precompiled:\n{errors}")
        files[flags, headers] = source + ".pch"
    return files


def check(entry, precompiled):
    flags, headers = key(entry)
    header = precompiled.get((flags, headers))
    options = ["-include-pch", header] if header else []
    status, errors = run(
        [*flags, *options, "-fsyntax-only", "-w", entry["file"]], entry["directory"]
    )
    return entry["file"], status, errors


def main():
    with open(sys.argv[1], encoding="utf-8") as database:
        entries = json.load(database)
    build = os.path.dirname(os.path.abspath(sys.argv[1]))
    entries = [entry for entry in entries if not entry["file"].startswith(build + os.sep)]
    precompiled = precompile(entries, build)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, status, errors in pool.map(lambda entry: check(entry, precompiled), entries):
            if status != 0:
                failed += 1
                print(f"{file} does not compile alone:\n{errors}", file=sys.stderr)
    print(f"{len(entries) - failed} of {len(entries)} files compile alone")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
