#pragma once

namespace vmscope::runtime {

/// A file of engine/runtime/js: the body of a function of `exports`, `require`, `module` and `native`. ASCII only.
struct EmbeddedScript {
  const char* name;  ///< the file's without its suffix
  const char* text;
};

/// All of them, generated at build time; the last one is empty.
extern const EmbeddedScript kEmbeddedScripts[];

}  // namespace vmscope::runtime
