#pragma once

#include <v8-version-string.h>
#include <v8-version.h>

/// The only version conditionals of the engine, and the check that headers and library belong together.
namespace vmscope {

static_assert(V8_MAJOR_VERSION > 13 || (V8_MAJOR_VERSION == 13 && V8_MINOR_VERSION >= 6),
              "vmscope needs V8 13.6 or newer");

/// The version of the headers this was compiled with, without the embedder's suffix: "13.6.233.17".
inline constexpr const char* kV8HeaderVersion =
    V8_S(V8_MAJOR_VERSION) "." V8_S(V8_MINOR_VERSION) "." V8_S(V8_BUILD_NUMBER) "." V8_S(V8_PATCH_LEVEL);

}  // namespace vmscope
