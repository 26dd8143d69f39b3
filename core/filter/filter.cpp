// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter.h"

#include "core/filter/filter_lexer.h"
#include "core/filter/filter_term.h"
#include "core/message/message_list.h"
#include "core/registry/active_registry.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace quaywatch {

struct Filter::Node {
    enum class Kind : std::uint8_t { All, Any, Not, Term };
    Kind kind = Kind::All;
    std::vector<Node> children;      ///< One for Not, two or more for All and Any.
    std::optional<FilterTerm> term;  ///< For a Term.
};

namespace {

using Node = Filter::Node;
using NodeOrError = tl::expected<Node, FilterError>;

Node joined(Node::Kind kind, std::vector<Node> children)
{
    if (children.size() == 1) {
        return std::move(children.front());
    }
    return Node{kind, std::move(children), std::nullopt};
}

/// Recursive descent parser. Parentheses recurse, at most kMaxDepth deep.
class Parser {
public:
    explicit Parser(std::string_view text)
        : m_lexer(text)
    {
        advance();
    }

    NodeOrError run()
    {
        NodeOrError node = parseAny();
        if (node && m_token && m_token->kind == FilterToken::Kind::Close) {
            return filterFailure(m_token->position, Message(MessageId::UnmatchedClose));
        }
        return node;
    }

private:
    using Kind = FilterToken::Kind;

    void advance() { m_token = m_lexer.next(); }
    [[nodiscard]] bool at(Kind kind) const { return m_token && m_token->kind == kind; }

    NodeOrError parseAny()  // NOLINT(misc-no-recursion): kMaxDepth bounds it
    {
        std::vector<Node> choices;
        while (true) {
            NodeOrError choice = parseAll();
            if (!choice) {
                return choice;
            }
            choices.push_back(std::move(*choice));
            if (!at(Kind::Or)) {
                return joined(Node::Kind::Any, std::move(choices));
            }
            advance();
        }
    }

    NodeOrError parseAll()  // NOLINT(misc-no-recursion): kMaxDepth bounds it
    {
        std::vector<Node> parts;
        do {
            NodeOrError part = parseNegated();
            if (!part) {
                return part;
            }
            parts.push_back(std::move(*part));
            if (!m_token) {
                return tl::unexpected(m_token.error());
            }
        } while (!at(Kind::End) && !at(Kind::Or) && !at(Kind::Close));
        return joined(Node::Kind::All, std::move(parts));
    }

    NodeOrError parseNegated()  // NOLINT(misc-no-recursion): kMaxDepth bounds it
    {
        bool isNegated = false;
        for (; at(Kind::Not); advance()) {
            isNegated = !isNegated;
        }
        NodeOrError node = parsePrimary();
        if (node && isNegated) {
            std::vector<Node> child;
            child.push_back(std::move(*node));
            return Node{Node::Kind::Not, std::move(child), std::nullopt};
        }
        return node;
    }

    NodeOrError parsePrimary()  // NOLINT(misc-no-recursion): kMaxDepth bounds it
    {
        if (!m_token) {
            return tl::unexpected(m_token.error());
        }
        if (at(Kind::Open)) {
            return parseGroup();
        }
        if (!at(Kind::Term)) {
            return filterFailure(m_token->position, Message(MessageId::TermMissing));
        }
        auto term = FilterTerm::compile(*m_token);
        if (!term) {
            return tl::unexpected(term.error());
        }
        advance();
        return Node{Node::Kind::Term, {}, std::move(*term)};
    }

    NodeOrError parseGroup()  // NOLINT(misc-no-recursion): kMaxDepth bounds it
    {
        const std::size_t open = m_token->position;
        if (m_depth == Filter::kMaxDepth) {
            return filterFailure(open, Message(MessageId::TooManyParentheses, Filter::kMaxDepth));
        }
        ++m_depth;
        advance();
        NodeOrError node = parseAny();
        --m_depth;
        if (!node) {
            return node;
        }
        if (!at(Kind::Close)) {
            return filterFailure(open, Message(MessageId::UnmatchedOpen));
        }
        advance();
        return node;
    }

    FilterLexer m_lexer;
    tl::expected<FilterToken, FilterError> m_token;
    std::size_t m_depth = 0;
};

// NOLINTNEXTLINE(misc-no-recursion): as deep as the parser lets it be
bool matchesNode(const Node& node, const SocketRecord& socket, OwnerMatchCache* cache)
{
    const auto matchesChild = [&](const Node& child) { return matchesNode(child, socket, cache); };
    switch (node.kind) {
        case Node::Kind::All:
            return std::all_of(node.children.begin(), node.children.end(), matchesChild);
        case Node::Kind::Any:
            return std::any_of(node.children.begin(), node.children.end(), matchesChild);
        case Node::Kind::Not:
            return !matchesChild(node.children.front());
        case Node::Kind::Term:
            return node.term->matches(socket, cache);
    }
    return true;
}

/// Does what matchesNode() does for a port without a socket; empty if the answer depends on a
/// socket.
// NOLINTNEXTLINE(misc-no-recursion): as deep as the parser lets it be
std::optional<bool> matchesVacantNode(const Node& node, Port port)
{
    switch (node.kind) {
        case Node::Kind::All:
        case Node::Kind::Any: {
            const bool decisive = node.kind == Node::Kind::Any;
            bool isOpen = false;
            for (const Node& child : node.children) {
                const std::optional<bool> answer = matchesVacantNode(child, port);
                if (answer == decisive) {
                    return decisive;
                }
                isOpen = isOpen || !answer;
            }
            return isOpen ? std::nullopt : std::optional(!decisive);
        }
        case Node::Kind::Not: {
            const std::optional<bool> answer = matchesVacantNode(node.children.front(), port);
            return answer ? std::optional(!*answer) : std::nullopt;
        }
        case Node::Kind::Term:
            return node.term->matchesVacantPort(port);
    }
    return std::nullopt;
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as the parser lets it be
void appendBoundariesOf(const Node& node, std::vector<std::uint32_t>& boundaries)
{
    if (node.term) {
        node.term->appendBoundaries(boundaries);
    }
    for (const Node& child : node.children) {
        appendBoundariesOf(child, boundaries);
    }
}

}  // namespace

tl::expected<Filter, FilterError> Filter::parse(std::string_view text)
{
    if (text.size() > kMaxBytes) {
        return tl::unexpected(FilterError{kMaxBytes, Message(MessageId::FilterTooLong, kMaxBytes)});
    }
    if (text.find_first_not_of(" \t\n\v\f\r") == std::string_view::npos) {
        return Filter();
    }
    NodeOrError root = Parser(text).run();
    if (!root) {
        return tl::unexpected(root.error());
    }
    Filter filter;
    filter.m_root = std::make_shared<const Node>(std::move(*root));
    return filter;
}

Filter Filter::both(const Filter& a, const Filter& b)
{
    if (a.isEmpty() || b.isEmpty()) {
        return a.isEmpty() ? b : a;
    }
    Filter filter;
    filter.m_root = std::make_shared<const Node>(joined(Node::Kind::All, {*a.m_root, *b.m_root}));
    return filter;
}

bool Filter::matches(const SocketRecord& socket) const
{
    return isEmpty() || matchesNode(*m_root, socket, nullptr);
}

std::vector<PortRange> Filter::vacantMatches() const
{
    constexpr std::uint32_t kPorts = 65'536;
    constexpr Port kRegistered = 1024;
    constexpr Port kDynamic = 49152;
    static_assert(portClassOf(kRegistered - 1) != portClassOf(kRegistered) &&
                  portClassOf(kDynamic - 1) != portClassOf(kDynamic));
    std::vector<std::uint32_t> boundaries{kRegistered, kDynamic, kPorts};
    if (!isEmpty()) {
        appendBoundariesOf(*m_root, boundaries);
    }
    std::sort(boundaries.begin(), boundaries.end());
    const PackedTable& table = registry::active().table;
    std::vector<PortRange> matches;
    auto boundary = boundaries.cbegin();
    // One port is checked for all following ports with the same properties: a sixth of all ports.
    for (std::uint32_t port = 0; port < kPorts;) {
        boundary = std::upper_bound(boundary, boundaries.cend(), port);
        const Port first = static_cast<Port>(port);
        const Port last = static_cast<Port>(
            std::min(*boundary - 1, std::uint32_t{table.endOfUniformRange(first)}));
        if (isEmpty() || matchesVacantNode(*m_root, first).value_or(false)) {
            if (!matches.empty() && matches.back().last + 1 == first) {
                matches.back().last = last;
            } else {
                matches.push_back({first, last});
            }
        }
        port = last + 1U;
    }
    return matches;
}

std::vector<const SocketRecord*> Filter::select(const Snapshot& snapshot) const
{
    std::vector<const SocketRecord*> selected;
    OwnerMatchCache cache;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (isEmpty() || matchesNode(*m_root, socket, &cache)) {
            selected.push_back(&socket);
        }
    }
    return selected;
}

}  // namespace quaywatch
