// even and odd import each other. A cycle is fine as long as neither uses the
// other's values before they are evaluated: functions are there from the start.

import { isOdd, limit } from './odd.mjs';

export function isEven(number) {
  if (number > limit) throw new RangeError(`${number} is beyond ${limit}`);
  return number === 0 || isOdd(number - 1);
}

console.log('even: evaluated after odd, though odd imports it too');
