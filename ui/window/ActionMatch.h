#pragma once

#include <QString>
#include <optional>

namespace vmscope::ui {

// How well a typed pattern names a text: its letters must occur in order; starts of words and runs of letters count
// more. Nothing when it does not match; higher is better. An empty pattern matches everything alike.
std::optional<int> matchScore(const QString& pattern, const QString& text);

}  // namespace vmscope::ui
