# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What CPack puts into the packages for Linux; see installers/README.md: quaywatch is the window,
# quaywatch-cli the terminal program.

# The project has no public address yet; who releases it names one.
set(QUAYWATCH_MAINTAINER "The Quaywatch authors <maintainers@quaywatch.invalid>" CACHE STRING
    "Who maintains the packages, as \"Name <address>\"")
if(NOT QUAYWATCH_MAINTAINER MATCHES "^[^<>\n]+ <[^<>@ ]+@[^<>@ ]+>$")
    message(FATAL_ERROR "QUAYWATCH_MAINTAINER must be \"Name <address>\": ${QUAYWATCH_MAINTAINER}")
endif()
set(QUAYWATCH_DEB_RELEASE "1" CACHE STRING "What follows the version of a .deb, such as 1+deb12")

set(CPACK_PACKAGE_NAME quaywatch)
set(CPACK_PACKAGE_VENDOR "The Quaywatch authors")
set(CPACK_PACKAGE_CONTACT "${QUAYWATCH_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_SET_DESTDIR OFF)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# More threads compress in pieces, which gives other bytes.
set(CPACK_THREADS 1)

# Everything that is not of the window is in the terminal program's package.
get_cmake_property(CPACK_COMPONENTS_ALL COMPONENTS)
list(REMOVE_ITEM CPACK_COMPONENTS_ALL Unspecified)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} name)
    set(CPACK_COMPONENT_${name}_GROUP terminal_package)
endforeach()
set(CPACK_COMPONENT_WINDOW_GROUP window_package)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEBIAN_WINDOW_PACKAGE_DESCRIPTION
"watches the ports of this machine (window)
Quaywatch shows who owns every TCP and UDP port of this machine: process,
user, systemd unit and container. It reports listeners and connections that
are unexpected, above all on well-known ports that IANA has assigned to no
service, and says why. It ends the process that holds a port.

This package contains the window, with alerts, history and charts.")
set(CPACK_DEBIAN_TERMINAL_PACKAGE_DESCRIPTION
"watches the ports of this machine (terminal)
Quaywatch shows who owns every TCP and UDP port of this machine: process,
user, systemd unit and container. It reports listeners and connections that
are unexpected, above all on well-known ports that IANA has assigned to no
service, and says why. It ends the process that holds a port.

This package contains the terminal program, with JSON for scripts.")

# Finishes the installed files: manual pages, documentation, times.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/installers/cpack/finish_tree.cmake)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/installers/cpack/generator_options.cmake)
set(CPACK_QUAYWATCH_SOURCES ${CMAKE_SOURCE_DIR})
set(CPACK_QUAYWATCH_DEB_VERSION ${PROJECT_VERSION}-${QUAYWATCH_DEB_RELEASE})

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${QUAYWATCH_DEB_RELEASE})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_DEBUGINFO_PACKAGE ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_TERMINAL_PACKAGE_PACKAGE_NAME quaywatch-cli)
set(CPACK_DEBIAN_WINDOW_PACKAGE_PACKAGE_NAME quaywatch)
# They make the units known, start the new program after an upgrade, and stop it before a removal.
foreach(script postinst prerm postrm)
    list(APPEND CPACK_DEBIAN_TERMINAL_PACKAGE_PACKAGE_CONTROL_EXTRA
        ${CMAKE_SOURCE_DIR}/installers/deb/${script})
endforeach()
# A plugin, which no library names.
set(CPACK_DEBIAN_WINDOW_PACKAGE_PACKAGE_DEPENDS libqt6sql6-sqlite)
set(CPACK_DEBIAN_WINDOW_PACKAGE_PACKAGE_RECOMMENDS
    "quaywatch-cli (= ${CPACK_QUAYWATCH_DEB_VERSION}), qt6-translations-l10n, qt6-wayland")

# The commands that they show for verifying in a terminal; rpcbind names RPC services.
set(CPACK_DEBIAN_WINDOW_PACKAGE_PACKAGE_SUGGESTS "iproute2, lsof, rpcbind")
set(CPACK_DEBIAN_TERMINAL_PACKAGE_PACKAGE_SUGGESTS "iproute2, lsof, rpcbind")

set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_PACKAGE_LICENSE "GPL-3.0-or-later")
set(CPACK_RPM_PACKAGE_GROUP "System/Monitoring")
set(CPACK_RPM_TERMINAL_PACKAGE_PACKAGE_NAME quaywatch-cli)
set(CPACK_RPM_WINDOW_PACKAGE_PACKAGE_NAME quaywatch)
# Each is called so on some of the systems.
set(CPACK_RPM_WINDOW_PACKAGE_PACKAGE_SUGGESTS "(iproute or iproute2), lsof, rpcbind")
set(CPACK_RPM_TERMINAL_PACKAGE_PACKAGE_SUGGESTS "(iproute or iproute2), lsof, rpcbind")
set(CPACK_RPM_TERMINAL_PACKAGE_PACKAGE_SUMMARY "Watches the ports of this machine (terminal)")
set(CPACK_RPM_WINDOW_PACKAGE_PACKAGE_SUMMARY "Watches the ports of this machine (window)")
foreach(package WINDOW TERMINAL)
    # Without the first line, which is the summary.
    string(FIND "${CPACK_DEBIAN_${package}_PACKAGE_DESCRIPTION}" "\n" end)
    math(EXPR end "${end} + 1")
    string(SUBSTRING "${CPACK_DEBIAN_${package}_PACKAGE_DESCRIPTION}" ${end} -1
        CPACK_RPM_${package}_PACKAGE_PACKAGE_DESCRIPTION)
endforeach()
# The units name the program by its path.
set(CPACK_RPM_NO_INSTALL_PREFIX_RELOCATION ON)
set(CPACK_RPM_PACKAGE_RELOCATABLE OFF)
# These folders belong to other packages.
foreach(folder applications bash-completion bash-completion/completions fish
        fish/vendor_completions.d icons icons/hicolor metainfo man man/man1 zsh
        zsh/site-functions licenses)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/${folder})
endforeach()
list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/lib/systemd)
foreach(folder system user system-preset user-preset)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/lib/systemd/${folder})
endforeach()
foreach(size 16 24 32 48 64 128 256)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
        /usr/share/icons/hicolor/${size}x${size} /usr/share/icons/hicolor/${size}x${size}/apps)
endforeach()
# The same bytes on every machine, with SOURCE_DATE_EPOCH.
set(CPACK_RPM_SPEC_MORE_DEFINE
"%define _buildhost reproducible
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
%define _build_id_links none")

include(CPack)
