# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# quaywatch_hardening: the hardening flags that distributions use to compile and link. For the
# programs that users run, not for tests; never together with sanitizers, which do similar checks.
# Release builds get line numbers as well, which packages ship apart.

include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)

add_library(quaywatch_hardening INTERFACE)
set(QUAYWATCH_IS_HARDENED OFF)
target_compile_options(quaywatch_hardening INTERFACE $<$<CONFIG:Release>:-g1>)

if(NOT QUAYWATCH_HARDENING OR QUAYWATCH_SANITIZE OR QUAYWATCH_FUZZ
        OR CMAKE_BUILD_TYPE STREQUAL "Debug")
    return()
endif()
set(QUAYWATCH_IS_HARDENED ON)

# Makes CMAKE_POSITION_INDEPENDENT_CODE apply also when a program is linked.
check_pie_supported(LANGUAGES CXX)

set(quaywatch_hardening_flags "")
foreach(flag -fstack-protector-strong -fstack-clash-protection
        -fcf-protection                # x86 only
        -mbranch-protection=standard)  # aarch64 only
    string(MAKE_C_IDENTIFIER "QUAYWATCH_TAKES${flag}" variable)
    # clang accepts a flag that is not for its target, with a warning.
    check_cxx_compiler_flag("-Werror;${flag}" ${variable})
    if(${variable})
        list(APPEND quaywatch_hardening_flags ${flag})
    endif()
endforeach()
# The C library checks sizes only in optimized code; level 3 also checks sizes that are known only
# at run time. The macro is undefined first, because many compilers define a default.
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
