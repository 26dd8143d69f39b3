#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make.sh BUILD OUTPUT: makes the AppImage from the programs in BUILD: window and terminal program,
# and every library that they load but those of the C library. Debian 12 only.
set -euo pipefail
umask 022
export LC_ALL=C.UTF-8
build=$1 output=$2
version=$("$build/bin/quaywatch-cli" --version | sed 's/.* //')
file=$output/Quaywatch-$version-$(uname -m).AppImage
here=installers/appimage
folder=$build/AppDir
rm -rf "$folder"

for component in terminal window; do
    DESTDIR=$folder cmake --install "$build" --prefix /usr --component $component --strip >/dev/null
done
cp "$here/AppRun" "$folder/AppRun"
cp resources/quaywatch.desktop resources/icons/quaywatch-256.png "$folder"
mv "$folder/quaywatch-256.png" "$folder/quaywatch.png"
ln -s quaywatch.png "$folder/.DirIcon"

# Qt loads its plugins by name, so no library lists them. OpenGL is not used.
qt=$(dirname "$(realpath /usr/lib/*/qt6/plugins/platforms)")
plugins=$folder/usr/plugins
for plugin in platforms/lib{qxcb,qoffscreen,qwayland-generic}.so sqldrivers/libqsqlite.so \
    platforminputcontexts wayland-shell-integration; do
    mkdir -p "$plugins/$(dirname "$plugin")"
    cp -r "$qt/$plugin" "$plugins/$plugin"
done
printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' \
    >"$folder/usr/bin/qt.conf"
mkdir -p "$folder/usr/translations"
cp /usr/share/qt6/translations/qtbase_{de,sv}.qm "$folder/usr/translations" 2>/dev/null || true

# All libraries that the programs and plugins need, directly or not, but those of the C library and
# the loader: they must be of the system on which it runs.
mkdir -p "$folder/usr/lib"
find "$folder/usr/bin" "$plugins" -type f \( -name '*.so' -o -name 'quaywatch*' \) -exec ldd {} + |
    sed -nE 's/^\t[^ ]+ => (\/[^ ]+) .*/\1/p' | sort -u |
    grep -vE '/(libc|libm|libdl|librt|libpthread|libresolv|libutil|ld-linux[^/]*)\.so' |
    while read -r library; do cp --dereference "$library" "$folder/usr/lib"; done
# Found by DT_RPATH, and not by an environment variable, which the programs would pass on.
# shellcheck disable=SC2016  # The loader expands it.
find "$folder/usr/bin" "$plugins" "$folder/usr/lib" -type f \( -name '*.so*' -o -name 'quaywatch*' \) |
    while read -r program; do
        up=$(realpath --relative-to="$(dirname "$program")" "$folder/usr/lib")
        patchelf --force-rpath --set-rpath "\$ORIGIN/$up" "$program"
    done

fonts=$folder/usr/share/quaywatch-fonts
mkdir -p "$fonts"
cp /usr/share/fonts/truetype/dejavu/{DejaVuSans,DejaVuSans-Bold,DejaVuSansMono}.ttf "$fonts"
cp "$here/fonts.conf" "$fonts"

# The licenses of what is inside, and the list of the packages that it came from, for the SBOM.
mkdir -p "$folder/usr/share/doc/quaywatch"
cp LICENSE installers/deb/copyright "$folder/usr/share/doc/quaywatch"
{
    # One call for all: each reads the lists of all packages.
    mapfile -t libraries < <(find "$folder/usr/lib" -type f -printf '*/%f\n')
    dpkg-query --search "${libraries[@]}" | sed 's/[:,].*//'
    printf '%s\n' fonts-dejavu-core libqt6sql6-sqlite qt6-wayland qt6-translations-l10n
} | sort -u >"$build/AppDir.packages"
# shellcheck disable=SC2016  # dpkg-query expands it.
xargs -a "$build/AppDir.packages" dpkg-query --show --showformat '${Package}\t${Version}\n' \
    >"$file.contents.tsv"
mkdir -p "$output/licenses"
cut -f 1 "$file.contents.tsv" | while read -r package; do
    mkdir -p "$folder/usr/share/doc/$package"
    cp --dereference "/usr/share/doc/$package/copyright" "$folder/usr/share/doc/$package"
    cp --dereference "/usr/share/doc/$package/copyright" "$output/licenses/$package.txt"
done

# The head of the file.
runtime=$build/appimage_runtime
g++ -std=c++20 -O2 -Wall -Wextra -D_FILE_OFFSET_BITS=64 -static -ffile-prefix-map="$PWD"=. \
    -o "$runtime" "$here/runtime.cpp" -lsquashfuse -lzstd -llzma -llz4 -lz -llzo2
strip --strip-all "$runtime"
# The mark of an AppImage of type 2.
printf 'AI\x02' | dd of="$runtime" bs=1 seek=8 conv=notrunc status=none

rm -f "$file.squashfs"
# mksquashfs takes SOURCE_DATE_EPOCH for the time of the image and of all files in it.
find "$folder" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
mksquashfs "$folder" "$file.squashfs" -all-root -noappend -no-xattrs -no-progress -quiet \
    -comp zstd -Xcompression-level 19 -processors 1 >/dev/null
cat "$runtime" "$file.squashfs" >"$file"
rm "$file.squashfs"
chmod 755 "$file"
