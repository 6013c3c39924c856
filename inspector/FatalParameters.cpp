#include "inspector/FatalParameters.h"

#include <array>
#include <variant>

#include "inspector/protocol/Message.h"

namespace vmscope {
namespace {

using protocol::Json;

// What a number must be for V8 to survive it.
struct Bounds {
  std::string_view method;
  const char* place;  // in the parameters
  double least;
  double below;
  const char* problem;
};

constexpr double kLargestInterval = 1e15;
constexpr double kLargestPlace = 2147483648.0;

// V8 writes a place into the id of its breakpoint, and has no room for a minus sign and ten digits.
constexpr std::array<Bounds, 4> kBounds = {{
    {"HeapProfiler.startSampling", "/samplingInterval", 1, kLargestInterval,
     "samplingInterval: a number of bytes is expected"},
    {"Debugger.setBreakpointByUrl", "/lineNumber", 0, kLargestPlace, "lineNumber: it is negative"},
    {"Debugger.setBreakpoint", "/location/lineNumber", 0, kLargestPlace, "location.lineNumber: it is negative"},
    {"Debugger.setBreakpoint", "/location/columnNumber", 0, kLargestPlace, "location.columnNumber: it is negative"},
}};

bool isOutside(const Bounds& bounds, const Json& params) {
  const Json::json_pointer place(bounds.place);
  if (!params.contains(place) || !params[place].is_number()) return false;
  const double number = params[place].get<double>();
  return !(number >= bounds.least && number < bounds.below);
}

}  // namespace

std::string fatalParameter(std::string_view method, const std::string& text) {
  for (const Bounds& bounds : kBounds) {
    if (bounds.method != method) continue;
    const auto read = protocol::readRequest(text);
    const auto* request = std::get_if<protocol::Request>(&read);
    if (request != nullptr && isOutside(bounds, request->params)) return bounds.problem;
  }
  return {};
}

}  // namespace vmscope
