// chrome-remote-interface, attached to an engine by its own discovery; it learns the protocol from the engine.

import { createRequire } from 'node:module';

import { inTime } from '../cdp.mjs';

export const CDP = createRequire(`${process.env.VMSCOPE_CLIENTS}/`)('chrome-remote-interface');

// What is still asked when a test ends is rejected then; the test's own failure is what counts.
process.on('unhandledRejection', (error) => {
  if (!/WebSocket connection closed/.test(error.message)) throw error;
});

export async function attach({ host, port }) {
  const client = await CDP({ host, port });
  client[Symbol.asyncDispose] = () => client.close();
  return client;
}

// The parameters of the next event that `accepts` takes: next(client.Debugger.paused).
export function next(event, accepts = () => true) {
  let stop;
  const seen = new Promise((resolve) => (stop = event((params) => accepts(params) && resolve(params))));
  return inTime(seen, 'an event').finally(stop);
}
