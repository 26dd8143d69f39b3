# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# CPack reads this for each kind of package. A .deb keeps the debug symbols in a package apart, for
# which CPack itself strips the programs.

if(NOT CPACK_GENERATOR STREQUAL "DEB")
    set(CPACK_STRIP_FILES ON)
endif()
