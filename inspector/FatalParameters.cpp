#include "inspector/FatalParameters.h"

#include <algorithm>
#include <array>

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

bool hasFatalParameters(std::string_view method) {
  return std::ranges::any_of(kBounds, [method](const Bounds& bounds) { return bounds.method == method; });
}

std::string fatalParameter(const protocol::Request& request) {
  for (const Bounds& bounds : kBounds) {
    if (bounds.method == request.method && isOutside(bounds, request.params)) return bounds.problem;
  }
  return {};
}

}  // namespace vmscope
