# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each file of a release is made of besides the project's own sources."""

import csv
import pathlib
import subprocess

# Compiled into the programs: the headers or the static archive of Debian's package. The licenses
# are SPDX expressions, as the packages' copyright files have them in words.
LINKED = {
    "libpugixml-dev": ("pugixml", "MIT"),
    "libfmt-dev": ("fmt", "MIT"),
    "libcli11-dev": ("CLI11", "BSD-3-Clause"),
    "libexpected-dev": ("expected", "CC0-1.0"),
}
# The static program has these as well.
LINKED_STATICALLY = {
    "libtomlplusplus-dev": ("toml++", "MIT"),
    "libmnl-dev": ("libmnl", "LGPL-2.1-or-later"),
    "libc6-dev": ("glibc", "LGPL-2.1-or-later"),
    "libstdc++-dev": ("libstdc++", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    "libgcc-dev": ("libgcc", "GPL-3.0-or-later WITH GCC-exception-3.1"),
}
# What the head of the AppImage, a static program, has; it has none of the others.
LINKED_INTO_APPIMAGE = {
    "libsquashfuse-dev": ("squashfuse", "BSD-2-Clause"),
    "libzstd-dev": ("zstd", "BSD-3-Clause OR GPL-2.0-only"),
    # In the public domain, for which SPDX has no expression.
    "liblzma-dev": ("liblzma", "NOASSERTION"),
    "liblz4-dev": ("lz4", "BSD-2-Clause"),
    "zlib1g-dev": ("zlib", "Zlib"),
    "liblzo2-dev": ("lzo", "GPL-2.0-or-later"),
    "libc6-dev": ("glibc", "LGPL-2.1-or-later"),
    "libstdc++-dev": ("libstdc++", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    "libgcc-dev": ("libgcc", "GPL-3.0-or-later WITH GCC-exception-3.1"),
}


def versions(path):
    """The rows of a list of packages: {name: version}; empty if there is no such file."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row[0]: row[1] for row in csv.reader(file, delimiter="\t") if len(row) > 1}


def field(deb, name):
    return subprocess.run(["dpkg-deb", "--field", str(deb), name], check=True,
                          capture_output=True, text=True).stdout.strip()


def depends(deb):
    """The packages that a .deb needs, each as (name, condition)."""
    found = []
    for item in filter(None, (part.strip() for part in field(deb, "Depends").split(","))):
        name, _, condition = item.split("|")[0].strip().partition(" ")
        found.append((name.split(":")[0], condition.strip("()")))
    return found


def packages(folder):
    """The files of a release that people install."""
    return sorted(path for path in pathlib.Path(folder).iterdir()
                  if path.suffix in (".deb", ".rpm", ".AppImage") or "-linux-" in path.name
                  if not path.name.endswith((".tsv", ".asc")))
