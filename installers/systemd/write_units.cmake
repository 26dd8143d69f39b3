# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes the units for the prefix of the installation; see CMakeLists.txt.

cmake_path(APPEND QUAYWATCH_CLI "${CMAKE_INSTALL_PREFIX}" "${QUAYWATCH_BINDIR}" quaywatch-cli)
# % begins a specifier. ExecStart= has the program in quotes.
string(REPLACE "%" "%%" QUAYWATCH_CLI "${QUAYWATCH_CLI}")
string(REPLACE "\\" "\\\\" QUAYWATCH_CLI "${QUAYWATCH_CLI}")
string(REPLACE "\"" "\\\"" QUAYWATCH_CLI "${QUAYWATCH_CLI}")
string(REPLACE "%" "%%" QUAYWATCH_EXPECTED "${QUAYWATCH_EXPECTED}")
file(READ "${QUAYWATCH_UNITS}/sandbox.conf" QUAYWATCH_SANDBOX)
# Without the head of that file.
string(REGEX REPLACE "^(#[^\n]*\n)+" "" QUAYWATCH_SANDBOX "${QUAYWATCH_SANDBOX}")
string(STRIP "${QUAYWATCH_SANDBOX}" QUAYWATCH_SANDBOX)
file(GLOB templates RELATIVE "${QUAYWATCH_UNITS}"
    "${QUAYWATCH_UNITS}/system/*.in" "${QUAYWATCH_UNITS}/user/*.in")
foreach(template IN LISTS templates)
    string(REGEX REPLACE "\\.in$" "" unit "${template}")
    configure_file("${QUAYWATCH_UNITS}/${template}" "${QUAYWATCH_WRITTEN_UNITS}/${unit}" @ONLY)
endforeach()
