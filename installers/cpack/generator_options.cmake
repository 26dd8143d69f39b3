# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# CPack reads this for each kind of package. A .deb keeps the debug symbols in a package apart, for
# which CPack itself strips the programs.

if(CPACK_GENERATOR STREQUAL "DEB")
    # Otherwise CPack writes it above the descriptions, whose first lines are their own summaries.
    set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
else()
    set(CPACK_STRIP_FILES ON)
endif()
