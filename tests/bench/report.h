// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace quaywatch::bench {

/// A value that may have a limit. Without a limit it is only reported.
struct Measure {
    enum class Bar { AtMost, AtLeast };

    std::string name;
    double value = 0;
    std::string unit;  ///< "x" for a ratio
    std::optional<double> limit;
    Bar bar = Bar::AtMost;

    [[nodiscard]] bool isReached() const noexcept
    {
        return !limit || (bar == Bar::AtMost ? value <= *limit : value >= *limit);
    }
};

/// The results of a run, printed as a table while it continues, or at its end as JSON.
class Report {
public:
    explicit Report(bool asJson)
        : m_asJson(asJson)
    {
    }

    void heading(const std::string& text);
    void add(Measure measure);
    /// Reports that something could not be measured, and why.
    void skip(const std::string& name, const std::string& why);
    void finish() const;

private:
    bool m_asJson = false;
    std::vector<Measure> m_measures;
    nlohmann::json m_skipped = nlohmann::json::array();
};

}  // namespace quaywatch::bench
