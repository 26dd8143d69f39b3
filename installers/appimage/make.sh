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

# The packages of this list, and no others that this machine may have. Qt loads its plugins by name,
# so no library lists them. OpenGL is not used.
plugin_packages=(libqt6gui6 libqt6sql6-sqlite qt6-wayland)
qt=$(dirname "$(realpath "/usr/lib/$(gcc -print-multiarch)/qt6/plugins/platforms")")
plugins=$folder/usr/plugins
for plugin in platforms/lib{qxcb,qoffscreen,qwayland-generic}.so sqldrivers/libqsqlite.so \
    platforminputcontexts/lib{compose,ibus}platforminputcontextplugin.so \
    wayland-shell-integration/lib{xdg-shell,wl-shell-plugin}.so \
    wayland-decoration-client/libbradient.so; do
    mkdir -p "$plugins/$(dirname "$plugin")"
    cp "$qt/$plugin" "$plugins/$plugin"
done
printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' \
    >"$folder/usr/bin/qt.conf"
mkdir -p "$folder/usr/translations"
# Debian 12 has no Swedish for Qt itself.
cp /usr/share/qt6/translations/qtbase_de.qm "$folder/usr/translations"

# All libraries that the programs and plugins need, directly or not, but those of the C library and
# the loader: they must be of the system on which it runs.
mkdir -p "$folder/usr/lib"
find "$folder/usr/bin" "$plugins" -type f \( -name '*.so' -o -name 'quaywatch*' \) \
    -exec ldd {} + >"$folder.ldd"
if grep 'not found' "$folder.ldd" >&2; then
    printf 'the AppImage would lack these libraries\n' >&2
    exit 1
fi
sed -nE 's/^\t[^ ]+ => (\/[^ ]+) .*/\1/p' "$folder.ldd" | sort -u |
    grep -vE '/(libc|libm|libdl|librt|libpthread|libresolv|libutil|ld-linux[^/]*)\.so' \
        >"$folder.libraries"
while read -r library; do cp --dereference "$library" "$folder/usr/lib"; done <"$folder.libraries"
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
# packages_of FILE...: the packages of the files, which dpkg knows below / or below /usr.
packages_of() {
    local file package
    declare -A owner=()
    while read -r package file; do
        owner[$file]=$package
    done < <(printf '%s\n' "$@" "${@#/usr}" | xargs dpkg-query --search 2>/dev/null |
        sed -nE 's,^([a-z0-9.+-]+)(:[a-z0-9]+)?: (/.*)$,\1 \3,p')
    for file in "$@"; do
        package=${owner[$file]:-${owner[${file#/usr}]:-}}
        [ -n "$package" ] || {
            printf '%s is of no package\n' "$file" >&2
            return 1
        }
        printf '%s\n' "$package"
    done
}
docs=$folder/usr/share/doc
mkdir -p "$docs/quaywatch" "$output/licenses"
cp LICENSE installers/deb/copyright "$docs/quaywatch"
mapfile -t libraries < <(xargs -a "$folder.libraries" realpath)
packages=$(packages_of "${libraries[@]}")
printf '%s\n' "$packages" "${plugin_packages[@]}" fonts-dejavu-core qt6-translations-l10n |
    sort -u >"$folder.packages"
# shellcheck disable=SC2016  # dpkg-query expands it.
xargs -a "$folder.packages" dpkg-query --show --showformat '${Package}\t${Version}\n' | sort -u \
    >"$file.contents.tsv"
compiler=$(g++ -dumpversion)
head=(libsquashfuse-dev libzstd-dev liblzma-dev liblz4-dev zlib1g-dev liblzo2-dev libc6-dev
    "libstdc++-$compiler-dev" "libgcc-$compiler-dev")
bash installers/release/collect.sh appimage "$output" "${head[@]}"
{ cut -f 1 "$file.contents.tsv" && printf '%s\n' "${head[@]}"; } | while read -r package; do
    mkdir -p "$docs/$package"
    cp --dereference "/usr/share/doc/$package/copyright" "$docs/$package"
    cp --dereference "/usr/share/doc/$package/copyright" "$output/licenses/$package.txt"
done
for common in "$folder/usr/share/common-licenses" "$output/licenses/common-licenses"; do
    bash installers/release/common_licenses.sh "$common" "$docs"/*/copyright
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

# The name decides what is started.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
ln -s "$(realpath "$file")" "$scratch/quaywatch-cli"
[ "$("$scratch/quaywatch-cli" --version)" = "quaywatch-cli $version" ] || {
    printf 'a link quaywatch-cli to the AppImage does not start the terminal program\n' >&2
    exit 1
}
