// The entry of three modules of "alpha". Parse, link, instantiate and evaluate it
// step by step, and watch the graph: main waits for even, even for odd, and odd for
// a timer.

import { isEven } from './even.mjs';
import { isOdd, limit } from './odd.mjs';

console.log('main: evaluated last');
console.log('main: 10 is even:', isEven(10), 'and 7 is odd:', isOdd(7));

try {
  isEven(limit + 1);
} catch (error) {
  console.log('main:', error.message);
}
