#pragma once

#include <string>
#include <string_view>

#include "tests/engine/vm/VmFixture.h"

namespace vmscope::test {

/// A program whose statements may await, with what tests of modules use: `told` awaits and says what was thrown,
/// `parsed` and `linked` make modules, `leaf` exports x.
inline std::string inModules(std::string_view statements) {
  constexpr std::string_view kPrelude = R"js(
const { SourceTextModule, SyntheticModule } = vm;
const told = async (promise) => { try { return await promise } catch (error) { return caught(() => { throw error }) } };
const parsed = (text, identifier = 'file://main') => new SourceTextModule(text, { identifier });
const linked = async (text, options) => { const made = new SourceTextModule(text, options); await made.link(() => leaf); return made };
const leaf = new SyntheticModule(['x'], function() { this.setExport('x', 1) }, { identifier: 'file://leaf' });
)js";
  return std::string(kPrelude) + "(async () => {" + std::string(statements) + "})();";
}

}  // namespace vmscope::test
