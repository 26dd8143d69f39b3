// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/report.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>

namespace quaywatch::bench {

namespace {

std::string barText(const Measure& measure)
{
    if (!measure.limit) {
        return "";
    }
    return fmt::format("{} {:g} {}",
                       measure.bar == Measure::Bar::AtMost ? "<=" : ">=", *measure.limit,
                       measure.unit);
}

nlohmann::json toJson(const Measure& measure)
{
    nlohmann::json json{{"name", measure.name},
                        {"value", measure.value},
                        {"unit", measure.unit},
                        {"bar", nullptr},
                        {"reached", nullptr}};
    if (measure.limit) {
        json["bar"] = barText(measure);
        json["reached"] = measure.isReached();
    }
    return json;
}

}  // namespace

void Report::heading(const std::string& text)
{
    if (!m_asJson) {
        fmt::print("\n{}\n", text);
        std::fflush(stdout);
    }
}

void Report::add(Measure measure)
{
    if (!m_asJson) {
        fmt::print("  {:<58} {:>10.3f} {:<5} {:<12} {}\n", measure.name, measure.value,
                   measure.unit, barText(measure),
                   measure.limit ? (measure.isReached() ? "reached" : "MISSED") : "");
        std::fflush(stdout);
    }
    m_measures.push_back(std::move(measure));
}

void Report::skip(const std::string& name, const std::string& why)
{
    if (!m_asJson) {
        fmt::print("  {:<58} not measured: {}\n", name, why);
    }
    m_skipped.push_back({{"name", name}, {"why", why}});
}

void Report::finish() const
{
    if (m_asJson) {
        nlohmann::json measures = nlohmann::json::array();
        for (const Measure& measure : m_measures) {
            measures.push_back(toJson(measure));
        }
        fmt::print("{}\n", nlohmann::json{{"measures", measures}, {"skipped", m_skipped}}.dump(1));
        return;
    }
    const auto missed = std::count_if(m_measures.begin(), m_measures.end(),
                                      [](const Measure& m) { return !m.isReached(); });
    const auto barred = std::count_if(m_measures.begin(), m_measures.end(),
                                      [](const Measure& m) { return m.limit.has_value(); });
    fmt::print("\n{} of {} bars reached, {} measures skipped\n", barred - missed, barred,
               m_skipped.size());
}

}  // namespace quaywatch::bench
