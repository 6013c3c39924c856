// The Console panel: choosing a context, typing at the prompt, reading what came.

const chosenContext = `element.tagName === 'BUTTON' && /^JavaScript context: (?!Not selected)/.test(labelOf(element))`;
const editorIn = (place) => `hasClass(element, 'cm-content') && element.getRootNode().host?.parentElement?.classList.contains('${place}')`;
const prompt = editorIn('console-prompt-editor-container');
const livePrompt = editorIn('console-pin-name');
const row = `element.role === 'menuitem'`;

export class ConsolePanel {
  constructor(page) {
    this.page = page;
  }

  // Opens the context selector, waits until it has exactly these rows ("name host"), and closes it.
  async showsContexts(...rows) {
    await this.page.clickUntil(chosenContext, row);
    await this.page.evaluate(`untilTrue(() => {
      const rows = [...shown((element) => ${row})].map(textOf);
      return JSON.stringify(rows.sort()) === ${JSON.stringify(JSON.stringify(rows.sort()))};
    })`);
    await this.page.press('Escape', 'Escape', 27);
    await this.page.findNone(row);
  }

  async choose(name) {
    await this.page.clickUntil(chosenContext, row);
    await this.page.click(`${row} && textOf(element).startsWith('${name}')`);
    await this.isIn(name);
  }

  // Waits until the selector shows a context.
  isIn(name) {
    return this.page.find(`${chosenContext} && labelOf(element).endsWith(': ${name}')`);
  }

  // Types at the prompt, in whatever context is chosen.
  async type(source) {
    await this.page.find(chosenContext);
    await this.page.clickUntil(prompt, `${prompt} && hasClass(element.closest('.cm-editor'), 'cm-focused')`);
    await this.page.type(source);
    await this.page.find(`${prompt} && textOf(element) === ${JSON.stringify(source)}`);
  }

  // Takes away what was typed.
  async clear() {
    await this.page.click(prompt, { clickCount: 3 });
    await this.page.press('Backspace', 'Backspace', 8);
    await this.page.find(`${prompt} && textOf(element) === ''`);
  }

  // Types `source` and presses Enter; waits until its result reads `expected`, a string or a pattern.
  async evaluates(source, expected) {
    await this.type(source);
    await this.page.press('Enter', 'Enter', 13, '\r');
    await this.shows(expected, 'console-user-command-result');
  }

  async addLiveExpression(source) {
    await this.page.clickButton('Create live expression');
    await this.page.find(`${livePrompt} && hasClass(element.closest('.cm-editor'), 'cm-focused')`);
    await this.page.type(source);
    await this.page.find(`${livePrompt} && textOf(element) === ${JSON.stringify(source)}`);
    await this.page.press('Enter', 'Enter', 13, '\r');
  }

  // Waits until the newest message (or result) reads `expected`.
  shows(expected, kind = 'console-message') {
    const reads = typeof expected === 'string' ? `(text) => text === ${JSON.stringify(expected)}` : `(text) => ${expected}.test(text)`;
    return this.page.evaluate(`untilTrue(() => {
      const message = [...shown((element) => hasClass(element, '${kind}'))].at(-1);
      const text = message?.querySelector('.console-message-text');
      return text && (${reads})(textOf(text));
    })`);
  }
}
