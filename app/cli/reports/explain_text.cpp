// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/explain_text.h"

#include "app/cli/context/wrapped_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace quaywatch::cli {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kNarrowest = 40;

/// Writes titled sections of wrapped lines.
class Page {
public:
    explicit Page(std::size_t width)
        : m_width(std::max(width, kNarrowest))
    {
    }

    void section(std::string_view title) { m_text += fmt::format("\n{}\n", title); }

    /// A paragraph after a label as wide as `labelWidth`; its further lines are aligned with its
    /// first.
    void paragraph(std::string_view text, std::string_view label = {}, std::size_t labelWidth = 0)
    {
        m_text += wrapped(text, std::string(kIndent, ' ') + std::string(label),
                          kIndent + labelWidth, m_width);
    }

    [[nodiscard]] std::string take() && { return std::move(m_text); }
    [[nodiscard]] std::string& text() { return m_text; }
    [[nodiscard]] std::size_t width() const noexcept { return m_width; }

private:
    std::size_t m_width;
    std::string m_text;
};

void addRegistry(Page& page, const PortExplanation& explanation)
{
    page.section("REGISTRY");
    const auto& parts = explanation.protocols;
    const bool isSame =
        std::all_of(parts.begin(), parts.end(), [&](const PortExplanation::ProtocolPart& part) {
            return part.summary == parts.front().summary;
        });
    if (isSame && !parts.empty()) {
        page.paragraph(parts.front().summary);
    } else {
        for (const PortExplanation::ProtocolPart& part : parts) {
            page.paragraph(part.summary, token(part.protocol), 5);
        }
    }
    page.paragraph(explanation.range);
    if (explanation.oftenUsedBy) {
        page.paragraph(*explanation.oftenUsedBy);
    }
}

void addList(Page& page, std::string_view title, const std::vector<Message>& lines)
{
    if (lines.empty()) {
        return;
    }
    page.section(title);
    for (const Message& line : lines) {
        page.paragraph(line, lines.size() > 1 ? "-" : "", lines.size() > 1 ? 2 : 0);
    }
}

void addChecks(Page& page, const std::vector<ManualCheck>& checks)
{
    page.section("CHECK BY HAND");
    std::size_t widest = 0;
    for (const ManualCheck& check : checks) {
        widest = std::max(widest, check.systems.size());
    }
    const bool isWide = std::all_of(checks.begin(), checks.end(), [&](const ManualCheck& check) {
        return kIndent + widest + 2 + check.command.size() <= page.width();
    });
    // Never wrapped, so that the command can be copied.
    for (const ManualCheck& check : checks) {
        if (!isWide) {
            page.text() += fmt::format("{:{}}{}:\n{:{}}{}\n", "", kIndent, check.systems, "",
                                       kIndent + 2, check.command);
            continue;
        }
        page.text() +=
            fmt::format("{:{}}{:{}}  {}\n", "", kIndent, check.systems, widest, check.command);
    }
}

/// The other ports of the service. Those that nothing uses are one line, as ranges.
void addOtherPorts(Page& page, const std::vector<PortExplanation>& others)
{
    if (others.empty()) {
        return;
    }
    page.section("OTHER PORTS OF THIS NAME");
    std::string vacant;
    Message vacantText;
    for (std::size_t i = 0; i < others.size(); ++i) {
        const PortExplanation& other = others[i];
        if (!other.sockets.empty()) {
            for (const Message& line : other.now) {
                page.paragraph(fmt::format("{}: {}", other.port, line.english()), "-", 2);
            }
            continue;
        }
        std::size_t last = i;
        while (last + 1 < others.size() && others[last + 1].sockets.empty() &&
               others[last + 1].port == others[last].port + 1) {
            ++last;
        }
        vacant += vacant.empty() ? "" : ", ";
        vacant += last == i ? std::to_string(other.port)
                            : fmt::format("{}-{}", other.port, others[last].port);
        vacantText = other.now.front();
        i = last;
    }
    if (!vacant.empty()) {
        page.paragraph(fmt::format("{}: {}", vacant, vacantText.english()), "-", 2);
    }
}

}  // namespace

std::string toText(const PortExplanation& explanation, std::size_t width,
                   const std::vector<PortExplanation>& others)
{
    Page page(width);
    std::string protocols;
    for (const PortExplanation::ProtocolPart& part : explanation.protocols) {
        protocols += (protocols.empty() ? "" : ", ") + std::string(token(part.protocol));
    }
    page.text() += fmt::format("PORT {} ({})\n", explanation.port, protocols);
    addRegistry(page, explanation);
    addList(page, "NOW", explanation.now);
    addOtherPorts(page, others);
    std::vector<Message> obstacles;
    for (const BindObstacle& obstacle : explanation.obstacles) {
        obstacles.push_back(obstacle.text);
    }
    if (obstacles.empty()) {
        obstacles.emplace_back("Nothing known prevents it.");
    }
    obstacles.insert(obstacles.end(), explanation.freeAt.begin(), explanation.freeAt.end());
    addList(page, "TO LISTEN HERE", obstacles);
    if (explanation.story) {
        page.section("STORY");
        page.paragraph(*explanation.story);
    }
    addList(page, "NOT SEEN", explanation.notSeen);
    addChecks(page, explanation.checks);
    return std::move(page).take();
}

}  // namespace quaywatch::cli
