#pragma once

namespace vmscope::runtime {

/// engine/runtime/js/*.js as one script, generated at build time: it hands an object with one function per file to
/// `vmscopeAdopt`.
extern const char* const kEmbeddedScripts;
/// The files' names without their suffix, ending with a null pointer.
extern const char* const kEmbeddedNames[];

}  // namespace vmscope::runtime
