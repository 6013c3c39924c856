// The Sources panel: its tree of files, breakpoints in the gutter, and where a program is paused.

const row = `element.role === 'treeitem' && /navigator/.test(element.className)`;
const frame = `hasClass(element, 'call-frame-item')`;

export class SourcesPanel {
  constructor(page) {
    this.page = page;
  }

  show() {
    return this.page.showPanel('Sources');
  }

  // Waits until the tree has a row at the end of `path` (origin, folders, file), opening what is above it.
  async reveal(...path) {
    for (const name of path) {
      const item = `${row} && textOf(element) === ${JSON.stringify(name)}`;
      await this.page.find(item);
      if (name === path.at(-1)) return item;
      const isOpen = await this.page.find(item, `hasClass(element, 'expanded')`);
      if (!isOpen) await this.page.clickUntil(item, `${item} && hasClass(element, 'selected')`);
      if (!isOpen) await this.page.press('ArrowRight', 'ArrowRight', 39);
      await this.page.find(`${item} && hasClass(element, 'expanded')`);
    }
  }

  // Opens a file of the tree; waits until the editor shows a text of it.
  async open(path, text) {
    await this.page.clickUntil(await this.reveal(...path), `hasClass(element, 'cm-content') && element.innerText.includes(${JSON.stringify(text)})`);
  }

  rows() {
    return this.page.all(row);
  }

  // Clicks a line's number and waits until the breakpoint there is bound.
  setBreakpoint(line) {
    return this.#clickLine(line, false, `hasClass(element, 'cm-breakpoint') && !hasClass(element, 'cm-breakpoint-unbound')`);
  }

  removeBreakpoint(line) {
    return this.#clickLine(line, true, `!hasClass(element, 'cm-breakpoint')`);
  }

  #clickLine(line, isSet, outcome) {
    const number = `hasClass(element, 'cm-gutterElement') && textOf(element) === '${line}'`;
    return this.page.clickUntil(`${number} && hasClass(element, 'cm-breakpoint') === ${isSet}`, `${number} && ${outcome}`);
  }

  // Waits until the program is paused with this call stack: "function file:line", and the names of async parents.
  async isPausedIn(...frames) {
    const expected = JSON.stringify(frames);
    await this.page.evaluate(`untilTrue(() => {
      globalThis.framesSeen = [...shown((element) => ${frame})].map(textOf);
      return JSON.stringify(framesSeen) === ${JSON.stringify(expected)};
    })`).catch(async (cause) => {
      throw new Error(`the call stack is ${await this.page.evaluate('JSON.stringify(framesSeen)')}, not ${expected}`, { cause });
    });
    await this.page.find(`hasClass(element, 'cm-executionLine')`);
  }

  // Waits until a variable of the open scope reads so, "name: value".
  variableReads(text) {
    const [name, value] = text.split(': ');
    return this.page.find(`element.role === 'treeitem' && textOf(element) === ${JSON.stringify(`${name} : ${value}`)}`);
  }

  isRunning() {
    return this.page.findNone(frame);
  }

  stepOver() {
    return this.page.clickButton('Step over');
  }

  stepInto() {
    return this.page.clickButton('Step into');
  }

  stepOut() {
    return this.page.clickButton('Step out');
  }

  resume() {
    return this.page.clickButton('Resume script execution');
  }

  pause() {
    return this.page.clickButton('Pause script execution');
  }
}
