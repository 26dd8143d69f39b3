#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the scripts of a release: release_scripts_test.py FOLDER. Exits with 77 without dpkg-deb."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

FOLDER = pathlib.Path(sys.argv[1]).resolve()
CHANGELOG = """# Changelog

## [Unreleased]

- Later.

## [1.1.0] - 2026-12-01

### Added
- This.

## [1.0.0] - 2026-01-01

- First.
"""


def run(script, *arguments):
    return subprocess.run([sys.executable, str(FOLDER / script), *map(str, arguments)],
                          capture_output=True, text=True, check=False,
                          env={**os.environ, "SOURCE_DATE_EPOCH": "1764547200"})


class Notes(unittest.TestCase):
    def of(self, version):
        with tempfile.NamedTemporaryFile("w", suffix=".md") as file:
            file.write(CHANGELOG)
            file.flush()
            return run("notes.py", file.name, version)

    def test_are_the_section_of_the_version_alone(self):
        self.assertEqual(self.of("1.1.0").stdout, "# Quaywatch 1.1.0\n\n### Added\n- This.\n")

    def test_of_the_last_version_end_with_the_file(self):
        self.assertEqual(self.of("1.0.0").stdout, "# Quaywatch 1.0.0\n\n- First.\n")

    def test_do_not_exist_for_an_unknown_version(self):
        for version in ("2.0.0", "1.1", "1x1.0", "Unreleased"):
            self.assertEqual(self.of(version).returncode, 1, version)


class Licenses(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.files = self.folder / "licenses"
        self.files.mkdir()

    def collect(self):
        subprocess.run(["bash", str(FOLDER / "common_licenses.sh"),
                        str(self.files / "common-licenses"), *self.files.glob("*.txt")],
                       check=True, capture_output=True)

    def test_are_those_of_all_packages_and_what_they_name(self):
        (self.files / "libone.txt").write_text("Mine alone.\n")
        (self.files / "libtwo.txt").write_text(
            "The text is in /usr/share/common-licenses/GPL-2.\n")
        (self.files / "libthree.txt").write_text("Mine alone.\n")
        self.collect()
        printed = run("licenses.py", self.folder).stdout
        self.assertEqual(printed.count("Mine alone."), 1)
        self.assertIn("libone, libthree\n", printed)
        self.assertIn("/usr/share/common-licenses/GPL-2\n", printed)
        self.assertIn(pathlib.Path("/usr/share/common-licenses/GPL-2").read_text().strip("\n"),
                      printed)

    def test_may_name_no_common_license(self):
        (self.files / "libone.txt").write_text("Mine alone.\n")
        self.collect()
        self.assertEqual(run("licenses.py", self.folder).returncode, 0)


class Bill(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        tree = self.folder / "tree"
        (tree / "DEBIAN").mkdir(parents=True)
        (tree / "DEBIAN/control").write_text(
            "Package: quaywatch-cli\nVersion: 1.1.0-1+deb12\nArchitecture: amd64\n"
            "Maintainer: T <t@localhost>\nDescription: T\n"
            "Depends: libc6 (>= 2.36), libmnl0 (>= 1.0.3-4~) | other, libgcc-s1\n")
        self.packages = self.folder / "packages"
        self.packages.mkdir()
        subprocess.run(["dpkg-deb", "--build", str(tree),
                        str(self.packages / "quaywatch-cli_1.1.0-1+deb12_amd64.deb")],
                       check=True, capture_output=True)
        (self.packages / "linked-deb12.contents.tsv").write_text(
            "libfmt-dev\t9.1.0\nlibpugixml-dev\t1\nlibcli11-dev\t2\nlibexpected-dev\t1\n")

    def bill(self):
        made = run("sbom.py", "1.1.0", self.packages, self.packages)
        self.assertEqual(made.returncode, 0, made.stderr)
        return json.loads(made.stdout)

    def test_names_what_a_package_needs_with_the_condition(self):
        needs = {item["relatedSpdxElement"]: item["comment"] for item in
                 self.bill()["relationships"] if item["relationshipType"] == "DEPENDS_ON"}
        self.assertEqual(needs, {"SPDXRef-libc6": ">= 2.36", "SPDXRef-libmnl0": ">= 1.0.3-4~",
                                 "SPDXRef-libgcc-s1": "any version"})

    def test_names_what_is_compiled_in_with_version_and_license(self):
        fmt = [item for item in self.bill()["packages"] if item["name"] == "fmt"]
        self.assertEqual([(item["versionInfo"], item["licenseDeclared"]) for item in fmt],
                         [("9.1.0", "MIT")])

    def test_has_every_element_that_a_relation_names(self):
        bill = self.bill()
        known = {item["SPDXID"] for item in bill["packages"]} | {bill["SPDXID"]}
        for item in bill["relationships"]:
            self.assertIn(item["spdxElementId"], known)
            self.assertIn(item["relatedSpdxElement"], known)

    def test_is_the_same_each_time(self):
        self.assertEqual(self.bill(), self.bill())

    def add_appimage(self):
        (self.packages / "Quaywatch-1.1.0-x86_64.AppImage").write_bytes(b"image")
        (self.packages / "Quaywatch-1.1.0-x86_64.AppImage.contents.tsv").write_text(
            "libqt6gui6\t6.4.2\n")
        (self.packages / "linked-appimage.contents.tsv").write_text("".join(
            f"{package}\t1\n" for package in (
                "libsquashfuse-dev", "libzstd-dev", "liblzma-dev", "liblz4-dev", "zlib1g-dev",
                "liblzo2-dev", "libc6-dev", "libstdc++-dev", "libgcc-dev")))

    def test_names_what_the_head_of_the_appimage_links_and_what_it_contains(self):
        self.add_appimage()
        image = "SPDXRef-Quaywatch-1.1.0-x86-64.AppImage-1.1.0"
        related = {(item["relationshipType"], item["relatedSpdxElement"])
                   for item in self.bill()["relationships"] if item["spdxElementId"] == image}
        self.assertIn(("STATIC_LINK", "SPDXRef-lzo-1"), related)
        self.assertIn(("STATIC_LINK", "SPDXRef-glibc-1"), related)
        self.assertIn(("CONTAINS", "SPDXRef-libqt6gui6-6.4.2"), related)

    def test_is_refused_without_what_the_head_of_the_appimage_links(self):
        self.add_appimage()
        (self.packages / "linked-appimage.contents.tsv").write_text("libc6-dev\t1\n")
        made = run("sbom.py", "1.1.0", self.packages, self.packages)
        self.assertNotEqual(made.returncode, 0)
        self.assertIn("libsquashfuse-dev", made.stderr)

    def test_is_refused_without_the_list_of_what_is_compiled_in(self):
        (self.packages / "linked-deb12.contents.tsv").unlink()
        made = run("sbom.py", "1.1.0", self.packages, self.packages)
        self.assertNotEqual(made.returncode, 0)
        self.assertIn("linked-deb12.contents.tsv", made.stderr)


if __name__ == "__main__":
    if not shutil.which("dpkg-deb"):
        print("there is no dpkg-deb here")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
