#include "ui/editor/Utf8Offsets.h"

namespace vmscope::ui {

namespace {

// Walks forward through well-formed UTF-8 and counts UTF-16 code units.
class Walk {
 public:
  explicit Walk(const QByteArray& utf8) : utf8_(utf8) {}

  qsizetype to(qsizetype codeUnits) {
    while (units_ < codeUnits && byte_ < utf8_.size()) step();
    return byte_;
  }

 private:
  void step() {
    const auto lead = static_cast<unsigned char>(utf8_[byte_]);
    const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    byte_ += length;
    units_ += length == 4 ? 2 : 1;
  }

  const QByteArray& utf8_;
  qsizetype byte_ = 0;
  qsizetype units_ = 0;
};

}  // namespace

std::vector<ByteRange> byteRanges(const QByteArray& utf8, const std::vector<TextRange>& ranges) {
  std::vector<ByteRange> found;
  found.reserve(ranges.size());
  Walk walk(utf8);
  for (const TextRange& range : ranges) {
    const qsizetype start = walk.to(range.start);
    found.push_back({start, walk.to(range.start + range.length) - start});
  }
  return found;
}

}  // namespace vmscope::ui
