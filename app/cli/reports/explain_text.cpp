// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/explain_text.h"

#include "core/text/display_text.h"

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
        const std::string margin(kIndent + labelWidth, ' ');
        std::string line = std::string(kIndent, ' ') + std::string(label);
        line.resize(std::max(line.size(), margin.size()), ' ');
        std::size_t column = displayWidth(line);
        bool isFirst = true;
        while (!text.empty()) {
            const std::string_view word = text.substr(0, text.find(' '));
            text.remove_prefix(std::min(text.size(), word.size() + 1));
            const std::size_t width = displayWidth(word);
            if (!isFirst && column + 1 + width > m_width) {
                m_text += line + '\n';
                line = margin;
                column = margin.size();
                isFirst = true;
            }
            line += isFirst ? "" : " ";
            line += word;
            column += width + (isFirst ? 0 : 1);
            isFirst = false;
        }
        m_text += line + '\n';
    }

    [[nodiscard]] std::string take() && { return std::move(m_text); }
    [[nodiscard]] std::string& text() { return m_text; }

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
    // Never wrapped, so that the command can be copied.
    for (const ManualCheck& check : checks) {
        page.text() +=
            fmt::format("{:{}}{:{}}  {}\n", "", kIndent, check.systems, widest, check.command);
    }
}

}  // namespace

std::string toText(const PortExplanation& explanation, std::size_t width)
{
    Page page(width);
    std::string protocols;
    for (const PortExplanation::ProtocolPart& part : explanation.protocols) {
        protocols += (protocols.empty() ? "" : ", ") + std::string(token(part.protocol));
    }
    page.text() += fmt::format("PORT {} ({})\n", explanation.port, protocols);
    addRegistry(page, explanation);
    addList(page, "NOW", explanation.now);
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
