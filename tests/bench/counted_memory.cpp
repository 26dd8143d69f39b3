// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/counted_memory.h"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> liveBytes = 0;

void* take(std::size_t size)
{
    void* memory = std::malloc(size);
    if (memory == nullptr) {
        std::abort();
    }
    liveBytes += malloc_usable_size(memory);
    return memory;
}

void release(void* memory) noexcept
{
    liveBytes -= malloc_usable_size(memory);
    std::free(memory);
}

}  // namespace

// NOLINTBEGIN(misc-new-delete-overloads): the other forms end in these.
void* operator new(std::size_t size)
{
    return take(size);
}

void operator delete(void* memory) noexcept
{
    release(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    release(memory);
}
// NOLINTEND(misc-new-delete-overloads)

namespace quaywatch::bench {

std::size_t bytesInUse() noexcept
{
    return liveBytes;
}

}  // namespace quaywatch::bench
