// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/export/parallel_writer.h"

#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace quaywatch {
namespace {

bool writeAlone(std::size_t count, const ChunkRenderer& render, const TextWriter& sink)
{
    std::string text;
    for (std::size_t piece = 0; piece < count; ++piece) {
        text.clear();
        render(piece, text);
        if (!sink(text)) {
            return false;
        }
    }
    return true;
}

/// Assigns pieces to be rendered and returns them in order. Piece n uses slot n modulo kSlots, so
/// it is assigned only after piece n - kSlots has been written.
class PieceRing {
public:
    explicit PieceRing(std::size_t count)
        : m_count(count)
    {
    }

    /// Waits for a free slot and returns a piece to render; empty if there is none left.
    std::optional<std::size_t> waitForWork()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_next >= m_count || hasRoom(); });
        return m_next < m_count ? std::optional(m_next++) : std::nullopt;
    }

    /// The next step of the writing thread.
    struct Step {
        bool isReady = false;  ///< `piece` is rendered: write it. Otherwise render it.
        std::size_t piece = 0;
    };
    /// Empty when everything is written.
    std::optional<Step> waitForStep()
    {
        std::unique_lock lock(m_mutex);
        if (m_written == m_count) {
            return std::nullopt;
        }
        m_changed.wait(lock, [this] {
            return m_isReady[m_written % kSlots] || (m_next < m_count && hasRoom());
        });
        if (m_isReady[m_written % kSlots]) {
            return Step{.isReady = true, .piece = m_written};
        }
        return Step{.isReady = false, .piece = m_next++};
    }

    /// Used without the lock: a slot belongs to its renderer until the piece is ready, then to the
    /// writer.
    std::string& textOf(std::size_t piece) { return m_texts[piece % kSlots]; }

    void markReady(std::size_t piece)
    {
        const std::lock_guard lock(m_mutex);
        m_isReady[piece % kSlots] = true;
        m_changed.notify_all();
    }

    void markWritten(std::size_t piece)
    {
        const std::lock_guard lock(m_mutex);
        m_isReady[piece % kSlots] = false;
        ++m_written;
        m_changed.notify_all();
    }

    /// Stops assigning pieces.
    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_count = 0;
        m_changed.notify_all();
    }

private:
    static constexpr std::size_t kSlots = 6;

    [[nodiscard]] bool hasRoom() const { return m_next < m_written + kSlots; }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_count;
    std::size_t m_next = 0;
    std::size_t m_written = 0;
    std::array<bool, kSlots> m_isReady{};
    std::array<std::string, kSlots> m_texts;
};

void renderInto(PieceRing& ring, const ChunkRenderer& render, std::size_t piece)
{
    std::string& text = ring.textOf(piece);
    text.clear();
    render(piece, text);
    ring.markReady(piece);
}

/// Ends the second thread, also after an exception.
class Helper {
public:
    Helper(PieceRing& ring, const std::function<ChunkRenderer()>& makeRenderer)
        : m_ring(ring)
    {
        const auto work = [&ring, &makeRenderer] {
            const ChunkRenderer render = makeRenderer();
            while (const auto piece = ring.waitForWork()) {
                renderInto(ring, render, *piece);
            }
        };
        try {
            m_thread = std::thread(work);
        } catch (const std::system_error&) {
            // No more threads are allowed: the writing thread renders every piece.
        }
    }
    Helper(const Helper&) = delete;
    Helper& operator=(const Helper&) = delete;
    ~Helper()
    {
        m_ring.stop();
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

private:
    PieceRing& m_ring;
    std::thread m_thread;
};

}  // namespace

bool writeOrderedPieces(std::size_t count, const std::function<ChunkRenderer()>& makeRenderer,
                        const TextWriter& sink, bool isThreaded)
{
    const ChunkRenderer render = makeRenderer();
    if (!isThreaded) {
        return writeAlone(count, render, sink);
    }
    PieceRing ring(count);
    const Helper helper(ring, makeRenderer);
    while (const auto step = ring.waitForStep()) {
        if (!step->isReady) {
            renderInto(ring, render, step->piece);
            continue;
        }
        if (!sink(ring.textOf(step->piece))) {
            return false;
        }
        ring.markWritten(step->piece);
    }
    return true;
}

}  // namespace quaywatch
