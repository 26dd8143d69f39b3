#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the bill of materials of a release, as SPDX 2.3 in JSON: what each package needs (its
Depends), what is compiled into it, and what the AppImage contains.

sbom.py VERSION RELEASE_FOLDER PACKAGES_FOLDER
"""

import datetime
import hashlib
import json
import os
import pathlib
import re
import sys

import parts


def identifier(text):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", text)


class Document:
    def __init__(self):
        self.packages = {}
        self.relations = []

    def add(self, name, version="", declared="NOASSERTION", supplier="NOASSERTION", path=None):
        key = identifier(f"{name}-{version}" if version else name)
        entry = {"SPDXID": key, "name": name, "downloadLocation": "NOASSERTION",
                 "filesAnalyzed": False, "licenseConcluded": "NOASSERTION",
                 "licenseDeclared": declared, "copyrightText": "NOASSERTION",
                 "supplier": supplier}
        if version:
            entry["versionInfo"] = version
        if path:
            entry["packageFileName"] = path.name
            entry["checksums"] = [{"algorithm": "SHA256", "checksumValue":
                                   hashlib.sha256(path.read_bytes()).hexdigest()}]
        self.packages.setdefault(key, entry)
        return key

    def relate(self, one, kind, other):
        self.relations.append({"spdxElementId": one, "relationshipType": kind,
                               "relatedSpdxElement": other})

    def text(self, version, time):
        sums = json.dumps([self.packages, self.relations], sort_keys=True).encode()
        return {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0",
                "SPDXID": "SPDXRef-DOCUMENT", "name": f"quaywatch-{version}",
                "documentNamespace": f"https://quaywatch.invalid/spdx/{version}/"
                                     + hashlib.sha256(sums).hexdigest()[:16],
                "creationInfo": {"created": time, "creators": ["Tool: quaywatch-sbom"]},
                "packages": list(self.packages.values()), "relationships": self.relations}


def versioned(libraries, name, path, folder):
    """The libraries with their versions, as linked-NAME.contents.tsv has them: (package, name,
    license, version)."""
    known = parts.versions(pathlib.Path(folder) / f"linked-{name}.contents.tsv")
    if not known:
        sys.exit(f"sbom: there is no linked-{name}.contents.tsv in {folder}")
    missing = [package for package in libraries if package not in known]
    if missing:
        sys.exit(f"sbom: no version of {', '.join(missing)} for {path.name}")
    return [(package, *libraries[package], known[package]) for package in libraries]


def linked_into(path, folder):
    """The libraries that are compiled into one file, as versioned() gives them."""
    libraries = dict(parts.LINKED)
    if "-linux-" in path.name:
        libraries.update(parts.LINKED_STATICALLY)
    system = re.search(r"\+(deb\d+)_", path.name)
    name = system.group(1) if system else "static" if "-linux-" in path.name else "deb12"
    linked = versioned(libraries, name, path, folder)
    if path.suffix == ".AppImage":
        linked += versioned(parts.LINKED_INTO_APPIMAGE, "appimage", path, folder)
    return linked


def describe(document, path, version, folder):
    key = document.add(path.name, version, "GPL-3.0-or-later", "Organization: The Quaywatch authors",
                       path)
    document.relate("SPDXRef-DOCUMENT", "DESCRIBES", key)
    if "-dbgsym_" in path.name:
        return
    for _, name, declared, its_version in linked_into(path, folder):
        document.relate(key, "STATIC_LINK", document.add(name, its_version, declared))
    if path.suffix == ".deb":
        for name, condition in parts.depends(path):
            needed = document.add(name, supplier="Organization: Debian")
            document.relate(key, "DEPENDS_ON", needed)
            document.relations[-1]["comment"] = condition or "any version"
    for name, its_version in parts.versions(
            pathlib.Path(folder) / (path.name + ".contents.tsv")).items():
        document.relate(key, "CONTAINS",
                        document.add(name, its_version, supplier="Organization: Debian"))


def main():
    version, release, folder = sys.argv[1:]
    time = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]),
                                           datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    document = Document()
    for archive in sorted(pathlib.Path(release).glob("*.tar.gz")):
        key = document.add(archive.name, version, "GPL-3.0-or-later",
                           "Organization: The Quaywatch authors", archive)
        document.relate("SPDXRef-DOCUMENT", "DESCRIBES", key)
    # What is released, not what lies beside it.
    for path in parts.packages(release):
        describe(document, path, version, folder)
    json.dump(document.text(version, time), sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
