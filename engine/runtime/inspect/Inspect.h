#pragma once

#include <v8.h>

#include <cstdint>
#include <limits>
#include <string>

#include "engine/Lock.h"

namespace vmscope::runtime {

/// util.inspect's options, with its defaults. A negative depth, length or count shows nothing of that kind; infinity is
/// `kUnlimited`.
struct InspectOptions {
  static constexpr double kUnlimited = std::numeric_limits<double>::infinity();

  enum class Getters { Named, All, WithoutSetter, WithSetter };

  bool showHidden = false;
  double depth = 2;
  bool isDepthNull = false;  ///< unlimited, and custom inspection functions are told null
  bool colors = false;
  bool customInspect = true;
  bool showProxy = false;
  double maxArrayLength = 100;
  double maxStringLength = 10000;
  double breakLength = 80;
  int compact = 3;  ///< 0 for false; kCompactAlways for true
  bool sorted = false;
  Getters getters = Getters::Named;
  bool numericSeparator = false;

  v8::Local<v8::Object> given;  ///< where they were read from, for what a program adds for its own inspection functions

  static constexpr int kCompactAlways = std::numeric_limits<int>::max();
};

/// `value` as util.inspect shows it. A custom inspection function that throws leaves its exception pending and an empty
/// text.
std::string inspect(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> value,
                    const InspectOptions& options = {});

}  // namespace vmscope::runtime
