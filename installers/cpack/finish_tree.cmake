# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# CPack runs this on the installed files before it packs them: compresses the manual pages, adds the
# documentation that each kind of package must have, and gives all files the time of the sources
# (SOURCE_DATE_EPOCH), so that the same sources give the same package.

set(name_terminal_package quaywatch-cli)
set(name_window_package quaywatch)

# compress(FILE): as FILE.gz, without its name and time.
function(compress file)
    execute_process(COMMAND gzip -9 --no-name --force ${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(add_debian_files root package)
    set(doc ${root}/usr/share/doc/${package})
    file(MAKE_DIRECTORY ${doc})
    configure_file(${CPACK_QUAYWATCH_SOURCES}/installers/deb/copyright ${doc}/copyright COPYONLY NO_SOURCE_PERMISSIONS)
    configure_file(${CPACK_QUAYWATCH_SOURCES}/CHANGELOG.md ${doc}/changelog COPYONLY NO_SOURCE_PERMISSIONS)
    # In the form of RFC 5322, in English whatever the locale is.
    execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C date --utc --rfc-email
            --date=@$ENV{SOURCE_DATE_EPOCH}
        OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    file(WRITE ${doc}/changelog.Debian
        "${package} (${CPACK_QUAYWATCH_DEB_VERSION}) unstable; urgency=medium\n\n"
        "  * Version ${CPACK_PACKAGE_VERSION}; changelog.gz lists the changes.\n\n"
        " -- ${CPACK_PACKAGE_CONTACT}  ${date}\n")
    compress(${doc}/changelog)
    compress(${doc}/changelog.Debian)
    set(overrides ${CPACK_QUAYWATCH_SOURCES}/installers/deb/${package}.lintian-overrides)
    if(EXISTS ${overrides})
        file(MAKE_DIRECTORY ${root}/usr/share/lintian/overrides)
        configure_file(${overrides} ${root}/usr/share/lintian/overrides/${package} COPYONLY NO_SOURCE_PERMISSIONS)
    endif()
endfunction()

function(add_rpm_files root package)
    file(MAKE_DIRECTORY ${root}/usr/share/licenses/${package} ${root}/usr/share/doc/${package})
    configure_file(${CPACK_QUAYWATCH_SOURCES}/LICENSE ${root}/usr/share/licenses/${package}/LICENSE
        COPYONLY NO_SOURCE_PERMISSIONS)
    configure_file(${CPACK_QUAYWATCH_SOURCES}/installers/deb/copyright
        ${root}/usr/share/licenses/${package}/copyright COPYONLY NO_SOURCE_PERMISSIONS)
    configure_file(${CPACK_QUAYWATCH_SOURCES}/CHANGELOG.md
        ${root}/usr/share/doc/${package}/CHANGELOG.md COPYONLY NO_SOURCE_PERMISSIONS)
endfunction()

if(NOT "$ENV{SOURCE_DATE_EPOCH}" MATCHES "^[0-9]+$")
    message(FATAL_ERROR "SOURCE_DATE_EPOCH is not set; ./dev package sets it")
endif()
foreach(group terminal_package window_package)
    set(root ${CPACK_TEMPORARY_DIRECTORY}/${group})
    if(NOT IS_DIRECTORY ${root})
        message(FATAL_ERROR "no installed files of ${group} in ${root}")
    endif()
    file(GLOB_RECURSE pages ${root}/usr/share/man/*.[1-8])
    foreach(page IN LISTS pages)
        compress(${page})
    endforeach()
    if(CPACK_GENERATOR STREQUAL "DEB")
        add_debian_files(${root} ${name_${group}})
    elseif(CPACK_GENERATOR STREQUAL "RPM")
        add_rpm_files(${root} ${name_${group}})
    endif()
    execute_process(COMMAND find ${root} -exec touch --no-dereference
            --date=@$ENV{SOURCE_DATE_EPOCH} {} + COMMAND_ERROR_IS_FATAL ANY)
endforeach()
