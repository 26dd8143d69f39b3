#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest, which is never built, fits these sources: flatpak_test.py SOURCES. Exits
with 77 without a parser of YAML."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

SOURCES = pathlib.Path(sys.argv[1]).resolve()
MANIFEST = SOURCES / "installers/flatpak/org.quaywatch.Quaywatch.yml"


def parsed():
    """The manifest; None if nothing here reads YAML."""
    try:
        import yaml  # pylint: disable=import-outside-toplevel
        return yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    except ImportError:
        pass
    if not shutil.which("flatpak-builder"):
        return None
    # It leaves a folder of its own where it runs.
    with tempfile.TemporaryDirectory() as folder:
        shown = subprocess.run(["flatpak-builder", "--show-manifest", MANIFEST], check=True,
                               capture_output=True, text=True, cwd=folder)
    return json.loads(shown.stdout)


class Manifest(unittest.TestCase):
    def module(self):
        return parsed()["modules"][-1]

    def test_has_the_id_of_the_metainfo(self):
        tree = xml.etree.ElementTree.parse(
            SOURCES / "resources/org.quaywatch.Quaywatch.metainfo.xml")
        self.assertEqual(parsed()["id"], tree.findtext("id"))
        self.assertEqual(MANIFEST.stem, tree.findtext("id"))

    def test_starts_the_window_and_renames_what_is_installed(self):
        self.assertEqual(parsed()["command"], "quaywatch")
        self.assertTrue((SOURCES / "resources" / parsed()["rename-desktop-file"]).exists())
        icon = (SOURCES / "resources" / parsed()["rename-desktop-file"]).read_text("utf-8")
        self.assertIn(f"\nIcon={parsed()['rename-icon']}\n", icon)

    def test_builds_these_sources_with_options_that_they_have(self):
        module = self.module()
        self.assertEqual(module["buildsystem"], "cmake-ninja")
        source = module["sources"][0]
        self.assertTrue((MANIFEST.parent / source["path"] / "CMakeLists.txt").exists())
        declared = (SOURCES / "CMakeLists.txt").read_text(encoding="utf-8")
        for option in module["config-opts"]:
            name = re.match(r"-D([A-Z_]+)=", option).group(1)
            if not name.startswith("CMAKE_"):
                self.assertIn(f"option({name} ", declared)

    def test_may_see_the_sockets_of_the_host(self):
        self.assertIn("--share=network", parsed()["finish-args"])


if __name__ == "__main__":
    if parsed() is None:
        print("nothing here reads YAML")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
