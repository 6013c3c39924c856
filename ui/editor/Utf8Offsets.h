#pragma once

#include <QByteArray>
#include <vector>

#include "ui/editor/Editor.h"

namespace vmscope::ui {

// A stretch of UTF-8 in bytes.
struct ByteRange {
  qsizetype start = 0;
  qsizetype length = 0;

  bool operator==(const ByteRange&) const = default;
};

// Where ranges of UTF-16 code units, which ascend, are in the same text as UTF-8.
std::vector<ByteRange> byteRanges(const QByteArray& utf8, const std::vector<TextRange>& ranges);

}  // namespace vmscope::ui
