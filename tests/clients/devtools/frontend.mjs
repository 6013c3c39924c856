// Chromium's own DevTools front-end, bundled in the browser, attached to an engine and driven with real input.

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

import { Connection } from '../cdp.mjs';
import { Folder, end } from '../engine.mjs';

const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--remote-debugging-pipe', '--window-size=1400,900',
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
  globalThis.labelOf = (element) => element.getAttribute('aria-label') || element.title || '';
  const deepText = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeName === 'STYLE' || node.nodeType === Node.COMMENT_NODE) return '';
    const inside = node.nodeName === 'SLOT' ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    return [...inside].map(deepText).join('');
  };
  globalThis.textOf = (element) => (element.innerText?.trim() || deepText(element).trim()).replace(/\\s+/g, ' ');
  globalThis.hasClass = (element, name) => element.classList.contains(name);
  globalThis.shown = function* (test) {
    for (const element of allElements()) if (isShown(element) && test(element)) yield element;
  };
  globalThis.untilTrue = (test) => new Promise((resolve) => {
    const look = () => { const found = test(); found ? resolve(found) : requestAnimationFrame(look); };
    look();
  });`;

const center = '(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(element.getBoundingClientRect())';

export class FrontEnd {
  // What the front-end itself complains of, in the console of its own page; not that pages of a browser have more domains.
  complaints = [];

  // A browser with a page that shows the front-end on what listens at an address.
  static async attach(webSocketAddress) {
    const page = await FrontEnd.start();
    await page.open(webSocketAddress);
    return page;
  }

  // A browser with an empty page.
  static async start() {
    const page = new FrontEnd();
    page.profile = new Folder();
    page.process = spawn(process.env.VMSCOPE_CHROMIUM ?? 'chromium', [...flags, `--user-data-dir=${page.profile.path}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    page.browser = Connection.overPipe(page.process.stdio[3], page.process.stdio[4]);
    const { targetId } = await page.browser.call('Target.createTarget', { url: 'about:blank' });
    page.#collectComplaints();
    await page.drive(targetId);
    return page;
  }

  // From here on all input goes to this page of the browser.
  async drive(targetId) {
    const { sessionId } = await this.browser.call('Target.attachToTarget', { targetId, flatten: true });
    this.sessionId = sessionId;
    await this.call('Page.enable');
    await this.call('Page.addScriptToEvaluateOnNewDocument', { source: pageLibrary });
    await this.call('Runtime.enable');
    await this.call('Emulation.setFocusEmulationEnabled', { enabled: true });
    await this.evaluate(pageLibrary);  // the page may be there already
  }

  #collectComplaints() {
    this.browser.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const text = args.map((arg) => arg.value ?? arg.description).join(' ');
      if (type === 'error' && !/'(Network|Storage|Target)\.\w+' wasn't found/.test(text)) this.complaints.push(text);
    });
    this.browser.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
      this.complaints.push(exception?.description ?? text);
    });
  }

  // Opens (or opens again) the front-end on what listens at an address.
  open(webSocketAddress) {
    return this.go(`devtools://devtools/bundled/js_app.html?v8only=true&ws=${webSocketAddress.replace('ws://', '')}`);
  }

  async go(url) {
    const loaded = this.browser.next('Page.loadEventFired');
    await this.call('Page.navigate', { url });
    await loaded;
  }

  // Waits until the browser has opened a page whose address holds `text`; its target's id.
  async opened(text) {
    const seen = this.browser.next('Target.targetInfoChanged', ({ targetInfo: { type, url } }) => type === 'page' && url.includes(text));
    await this.browser.call('Target.setDiscoverTargets', { discover: true });
    return (await seen).targetInfo.targetId;
  }

  call(method, params) {
    return this.browser.call(method, params, this.sessionId);
  }

  // Asks again where the page loads itself anew meanwhile.
  async evaluate(expression) {
    const answer = await this.call('Runtime.evaluate', {
      expression, returnByValue: true, awaitPromise: true, userGesture: true,
    }).catch((error) => {
      if (!/navigated/.test(error.message)) throw error;
    });
    if (!answer) return this.evaluate(expression);
    const { result, exceptionDetails } = answer;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  // Waits until the page has a shown element for which the JavaScript `test` (of `element`) holds; gives `value` of it.
  async find(test, value = 'true') {
    try {
      const [found] = await this.evaluate(`untilTrue(() => {
        for (const element of shown((element) => ${test})) return [${value}];
      })`);
      return found;
    } catch (error) {
      throw new Error(`nothing in the front-end is: ${test}`, { cause: error });
    }
  }

  // Waits until the page shows no such element.
  async findNone(test) {
    await this.evaluate(`untilTrue(() => shown((element) => ${test}).next().done)`);
  }

  // `value` of each shown element that `test` holds for, as it is now.
  all(test, value = 'textOf(element)') {
    return this.evaluate(`[...shown((element) => ${test})].map((element) => ${value})`);
  }

  // Presses the mouse in the middle of what `find` finds.
  async click(test, { button = 'left', clickCount = 1 } = {}) {
    const { x, y } = await this.find(test, center);
    await this.call('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    for (let count = 1; count <= clickCount; ++count) {
      for (const type of ['mousePressed', 'mouseReleased']) {
        await this.call('Input.dispatchMouseEvent', { type, x, y, button, clickCount: count });
      }
    }
  }

  // Clicks, again where a page that is still settling took no notice, until there is what `outcome` describes.
  async clickUntil(test, outcome) {
    for (let tries = 0; tries < 10; ++tries) {
      await this.click(test);
      const seen = await this.evaluate(`Promise.race([
        untilTrue(() => !shown((element) => ${outcome}).next().done), new Promise((late) => setTimeout(late, 2000, false))])`);
      if (seen) return;
    }
    throw new Error(`no click gave: ${outcome}`);
  }

  clickButton(label) {
    return this.click(`/BUTTON$/.test(element.tagName) && !element.disabled && (labelOf(element) || textOf(element)).startsWith(${JSON.stringify(label)})`);
  }

  showPanel(name) {
    return this.click(`element.role === 'tab' && textOf(element) === ${JSON.stringify(name)}`);
  }

  type(text) {
    return this.call('Input.insertText', { text });
  }

  async press(key, code = key, windowsVirtualKeyCode = 0, text = undefined) {
    await this.call('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', key, code, windowsVirtualKeyCode, text });
    await this.call('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode });
  }

  // A picture for people, in the folder that VMSCOPE_SCREENSHOTS names.
  async picture(name) {
    const folder = process.env.VMSCOPE_SCREENSHOTS;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const { data } = await this.call('Page.captureScreenshot');
    writeFileSync(`${folder}/${name}.png`, Buffer.from(data, 'base64'));
  }

  async [Symbol.asyncDispose]() {
    await this.picture(basename(process.argv[1], '_test.mjs')).catch(() => {});
    this.browser.close();
    await end(this.process);
    this.profile[Symbol.dispose]();
  }
}
