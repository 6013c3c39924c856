// The first module that is evaluated, and the one that all wait for.

import { isEven } from './even.mjs';

console.log('odd: starts, and waits for the limit');

// A top-level await: this module is evaluating until the timer fires, and so are
// its importers.
export const limit = await new Promise((resolve) => {
  setTimeout(resolve, 250, 1000);
});

export function isOdd(number) {
  return number !== 0 && isEven(number - 1);
}

console.log('odd: goes on, the limit is', limit);
