#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the release notes: the section of one version in the changelog.

notes.py CHANGELOG VERSION; exits with 1 if there is no such section with a date.
"""

import re
import sys


def section(text, version):
    """The lines below "## [VERSION] - YYYY-MM-DD", or None."""
    head = re.search(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", text, re.MULTILINE)
    if not head:
        return None
    rest = text[head.end():]
    end = re.search(r"^## \[", rest, re.MULTILINE)
    return rest[: end.start() if end else len(rest)].strip() or None


def main():
    path, version = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        notes = section(file.read(), version)
    if notes is None:
        return 1
    print(f"# Quaywatch {version}\n\n{notes}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
