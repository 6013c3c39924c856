// Chromium's own DevTools front-end, bundled in the browser, attached to an engine and driven with real input.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Connection } from '../cdp.mjs';
import { lineOf } from '../engine.mjs';

const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--remote-debugging-port=0', '--remote-allow-origins=*',
  '--window-size=1400,900',
];

// Runs in the page: elements of the document and of every shadow root in it.
const pageLibrary = `
  globalThis.allElements = function* (root = document) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* allElements(element.shadowRoot);
    }
  };
  globalThis.isShown = (element) => element.getClientRects().length > 0;
  globalThis.labelOf = (element) => element.getAttribute('aria-label') ?? element.title ?? '';
  globalThis.untilTrue = (test) => new Promise((resolve) => {
    const look = () => { const found = test(); found ? resolve(found) : requestAnimationFrame(look); };
    look();
  });`;

// The console's context selector, showing a context.
export const chosenContext = `element.tagName === 'BUTTON' && /^JavaScript context: (?!Not selected)/.test(labelOf(element))`;

export class FrontEnd {
  static async attach(webSocketAddress) {
    const page = new FrontEnd();
    page.profile = mkdtempSync(join(tmpdir(), 'vmscope-chromium-'));
    page.process = spawn(process.env.VMSCOPE_CHROMIUM ?? 'chromium', [...flags, `--user-data-dir=${page.profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [, browser] = await lineOf(page.process, /DevTools listening on (ws:\S+)/);
    page.browser = await Connection.open(browser);
    const address = webSocketAddress.replace('ws://', '');
    const { targetId } = await page.browser.call('Target.createTarget', {
      url: `devtools://devtools/bundled/js_app.html?v8only=true&ws=${address}`,
    });
    const { sessionId } = await page.browser.call('Target.attachToTarget', { targetId, flatten: true });
    page.sessionId = sessionId;
    await page.call('Runtime.enable');
    await page.call('Page.enable');
    await page.call('Emulation.setFocusEmulationEnabled', { enabled: true });
    await page.evaluate(pageLibrary);
    return page;
  }

  call(method, params) {
    return this.browser.call(method, params, this.sessionId);
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.call('Runtime.evaluate', {
      expression, returnByValue: true, awaitPromise: true, userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  // Waits until the page has a shown element for which the JavaScript `test` (of `element`) holds; gives `value` of it.
  async find(test, value = 'true') {
    return this.evaluate(`untilTrue(() => {
      for (const element of allElements()) if (isShown(element) && (${test})) return { value: ${value} };
    }).then((found) => found.value)`);
  }

  // Presses the mouse in the middle of what `find` finds.
  async click(test) {
    const { x, y } = await this.find(test, '(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(element.getBoundingClientRect())');
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
      await this.call('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: type === 'mouseMoved' ? 0 : 1 });
    }
  }

  async type(text) {
    await this.call('Input.insertText', { text });
  }

  async press(key, code = key, windowsVirtualKeyCode = 0, text = undefined) {
    await this.call('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', key, code, windowsVirtualKeyCode, text });
    await this.call('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode });
  }

  // Types `source` at the console's prompt and presses Enter, once a context is chosen there.
  async evaluateInConsole(source) {
    const prompt = `element.classList.contains('cm-content') && element.getRootNode().host?.parentElement?.classList.contains('console-prompt-editor-container')`;
    await this.find(chosenContext);
    await this.click(prompt);
    await this.type(source);
    await this.find(`${prompt} && element.innerText.trim() === ${JSON.stringify(source)}`);
    await this.press('Enter', 'Enter', 13, '\r');
  }

  // The text of the newest result in the console, once there is one.
  async lastConsoleResult() {
    return this.find(`element.classList.contains('console-user-command-result') && element.innerText.trim() !== ''`, 'element.innerText.trim()');
  }

  async screenshot(file) {
    const { data } = await this.call('Page.captureScreenshot');
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async close() {
    const gone = new Promise((resolve) => this.process.once('close', resolve));
    this.browser.close();
    this.process.kill();
    await gone;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
