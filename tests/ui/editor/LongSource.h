#pragma once

#include <QByteArray>

namespace vmscope::ui::tests {

// A module of at least so many lines, with what is hard to highlight in each of them.
inline QByteArray longSource(int lines) {
  const QByteArray block =
      "export async function load(name, { limit = 1_000n } = {}) {\n"
      "  const text = `loading ${name.replace(/[^\\w]/gu, '_')} of ${await limit}`; // a comment\n"
      "  if (text.length / 2 > 3) return [text, 0x1F, null];\n"
      "  /** @param {string} each */\n"
      "  return (each) => { this.#count += each?.size ?? 1; };\n"
      "}\n"
      "\n";
  return block.repeated(lines / 7 + 1);
}

}  // namespace vmscope::ui::tests
