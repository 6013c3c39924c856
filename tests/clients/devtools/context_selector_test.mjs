// The console's context selector shows each context by name and host, and the console evaluates in the chosen one.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { FrontEnd, chosenContext } from './frontend.mjs';

const engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
await engine.createContext('beta', 'https://beta.example:8443', { microtaskMode: 'afterEvaluate' });
await engine.run(alpha, 'http://alpha.example/app.js', 'var answer = 42');

const page = await FrontEnd.attach(engine.address);
try {
  await page.click(chosenContext);
  await page.find(`element.role === 'menuitem' && element.innerText.startsWith('beta')`);
  const rows = await page.evaluate(`[...allElements()].filter((element) => element.role === 'menuitem' && isShown(element)).map((element) => element.innerText)`);
  assert.deepEqual(rows.slice(1), ['alpha\nalpha.example', 'beta\nbeta.example:8443']);

  await page.click(`element.role === 'menuitem' && element.innerText.startsWith('alpha')`);
  await page.find(`${chosenContext} && labelOf(element).endsWith('alpha')`);
  await page.evaluateInConsole('answer + 1');
  assert.equal(await page.lastConsoleResult(), '43');
  console.log('the selector shows', rows.slice(1).map((row) => row.replace('\n', ' at ')).join(' and '));
} finally {
  if (process.env.VMSCOPE_SCREENSHOTS) await page.screenshot(`${process.env.VMSCOPE_SCREENSHOTS}/context_selector.png`);
  await page.close();
  engine.stop();
}
