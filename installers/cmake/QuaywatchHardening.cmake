# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# quaywatch_hardening: what distributions compile and link their programs with. For what users run,
# not for tests; never together with sanitizers, which check the same in their own way.

include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)

add_library(quaywatch_hardening INTERFACE)
set(QUAYWATCH_IS_HARDENED OFF)

if(NOT QUAYWATCH_HARDENING OR QUAYWATCH_SANITIZE OR QUAYWATCH_FUZZ
        OR CMAKE_BUILD_TYPE STREQUAL "Debug")
    return()
endif()
set(QUAYWATCH_IS_HARDENED ON)

# Makes CMAKE_POSITION_INDEPENDENT_CODE hold for linking a program as well.
check_pie_supported(LANGUAGES CXX)

set(quaywatch_hardening_flags "")
foreach(flag -fstack-protector-strong -fstack-clash-protection
        -fcf-protection                # x86 alone
        -mbranch-protection=standard)  # aarch64 alone
    string(MAKE_C_IDENTIFIER "QUAYWATCH_TAKES${flag}" variable)
    # clang takes a flag that means nothing here with a warning.
    check_cxx_compiler_flag("-Werror;${flag}" ${variable})
    if(${variable})
        list(APPEND quaywatch_hardening_flags ${flag})
    endif()
endforeach()
# The C library checks sizes only in code that is optimized; level 3 checks those known at run time as
# well. Undefined first: many compilers are built with a default of their own.
list(APPEND quaywatch_hardening_flags -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
target_compile_options(quaywatch_hardening INTERFACE
    "$<$<NOT:$<CONFIG:Debug>>:${quaywatch_hardening_flags}>")

foreach(flag -Wl,-z,relro -Wl,-z,now)
    string(MAKE_C_IDENTIFIER "QUAYWATCH_LINKS${flag}" variable)
    check_linker_flag(CXX ${flag} ${variable})
    if(${variable})
        target_link_options(quaywatch_hardening INTERFACE ${flag})
    endif()
endforeach()
