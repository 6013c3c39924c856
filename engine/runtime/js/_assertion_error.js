// AssertionError and the difference that its message shows.
const { inspect } = require('util');
const { invalidArgType } = require('_errors');

const headlines = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};
const withDifference = new Set(['deepStrictEqual', 'strictEqual', 'partialDeepStrictEqual']);
const shownLines = 5;
const header = '+ actual - expected';

const shown = (value) => inspect(value, {
  compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, showHidden: false, showProxy: false,
  sorted: true, getters: true,
});

const isObject = (value) => typeof value === 'object' && value !== null;

// Myers' greedy algorithm over lines; a trailing comma alone makes no difference inside objects.
function difference(actual, expected, ignoresComma) {
  const same = (a, b) => a === b || (ignoresComma && (`${a},` === b || a === `${b},`));
  const most = actual.length + expected.length;
  const furthest = new Int32Array(2 * most + 1);
  const goesDown = (v, diagonal, level) =>
    diagonal === -level || (diagonal !== level && v[diagonal - 1 + most] < v[diagonal + 1 + most]);
  const trace = [];
  for (let level = 0; level <= most; ++level) {
    trace.push(furthest.slice());
    for (let diagonal = -level; diagonal <= level; diagonal += 2) {
      let x = goesDown(furthest, diagonal, level) ? furthest[diagonal + 1 + most] : furthest[diagonal - 1 + most] + 1;
      let y = x - diagonal;
      while (x < actual.length && y < expected.length && same(actual[x], expected[y])) { ++x; ++y; }
      furthest[diagonal + most] = x;
      if (x < actual.length || y < expected.length) continue;
      return walkBack(trace, actual, expected, ignoresComma, goesDown, most);
    }
  }
}

function walkBack(trace, actual, expected, ignoresComma, goesDown, most) {
  let x = actual.length;
  let y = expected.length;
  const steps = [];
  for (let level = trace.length - 1; level >= 0; --level) {
    const diagonal = x - y;
    const before = goesDown(trace[level], diagonal, level) ? diagonal + 1 : diagonal - 1;
    const fromX = trace[level][before + most];
    const fromY = fromX - before;
    while (x > fromX && y > fromY) {
      --x;
      --y;
      steps.push([' ', ignoresComma && !actual[x].endsWith(',') ? expected[y] : actual[x]]);
    }
    if (level > 0) steps.push(x > fromX ? ['+', actual[--x]] : ['-', expected[--y]]);
  }
  return steps.reverse();
}

function printed(steps) {
  let text = '';
  let isShortened = false;
  let run = 0;
  steps.forEach(([sign, line], at) => {
    if (at > 0 && steps[at - 1][0] === ' ' && sign !== ' ') {
      if (run === shownLines + 1) text += `  ${steps[at - 1][1]}\n`;
      else if (run === shownLines + 2) text += `  ${steps[at - 2][1]}\n  ${steps[at - 1][1]}\n`;
      else if (run >= shownLines + 3) {
        text += `...\n  ${steps[at - 1][1]}\n`;
        isShortened = true;
      }
      run = 0;
    }
    if (sign !== ' ') text += `${sign} ${line}\n`;
    else if (run++ < shownLines) text += `  ${line}\n`;
  });
  return { text: `\n${text.trimEnd()}`, isShortened };
}

function stacked(actual, expected) {
  let text = `\n+ ${actual}\n- ${expected}`;
  if (actual.length + expected.length > 80) return text;
  const at = [...actual].findIndex((character, index) => character !== expected[index]);
  if (at >= 3) text += `\n${' '.repeat(at + 2)}^`;
  return text;
}

function simple(actual, expected, actualText, expectedText) {
  const quotes = (typeof actual === 'string' ? 2 : 0) + (typeof expected === 'string' ? 2 : 0);
  const isShort = actualText.length + expectedText.length - quotes <= 12;
  if (isShort && (actual !== 0 || expected !== 0)) return { title: '', text: `${actualText} !== ${expectedText}` };
  return { title: header, text: stacked(actualText, expectedText) };
}

function differenceMessage(actual, expected, operator, message) {
  const areReferences = (isObject(actual) && isObject(expected)) || (typeof actual === 'function' && typeof expected === 'function');
  if (operator === 'strictEqual' && areReferences) operator = 'strictEqualObject';
  const [left, right] = [shown(actual), shown(expected)];
  const [leftLines, rightLines] = [left.split('\n'), right.split('\n')];
  let title = header;
  let text;
  let isShortened = false;
  if (leftLines.length === 1 && rightLines.length === 1 && !(isObject(actual) && isObject(expected))) {
    ({ title, text } = simple(actual, expected, left, right));
  } else if (left === right) {
    operator = 'notIdentical';
    title = '';
    isShortened = leftLines.length > 50;
    text = isShortened ? `${leftLines.slice(0, 50).join('\n')}\n...}` : left;
  } else {
    ({ text, isShortened } = printed(difference(leftLines, rightLines, isObject(actual))));
  }
  return `${message || headlines[operator]}\n${title}${isShortened ? '\n... Skipped lines' : ''}\n${text}\n`;
}

function unequalMessage(actual, operator) {
  const isReference = isObject(actual) || typeof actual === 'function';
  const base = headlines[operator === 'notStrictEqual' && isReference ? 'notStrictEqualObject' : operator];
  const lines = shown(actual).split('\n');
  if (lines.length > 50) lines.splice(46, Infinity, '...');
  if (lines.length === 1) return `${base}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
  return `${base}\n\n${lines.join('\n')}\n`;
}

const shortened = (text) => (text.length > 512 ? `${text.slice(0, 509)}...` : text);

function looseMessage(actual, expected, operator) {
  const [left, right] = [shown(actual), shown(expected)];
  if (operator === 'notDeepEqual' && left === right) {
    const text = `${headlines.notDeepEqual}\n\n${left}`;
    return text.length > 1024 ? `${text.slice(0, 1021)}...` : text;
  }
  if (operator === 'deepEqual') return `${headlines.deepEqual}\n\n${shortened(left)}\n\nshould loosely deep-equal\n\n${shortened(right)}`;
  if (operator === 'notDeepEqual') return `${headlines.notDeepEqualUnequal}\n\n${shortened(left)}\n\nshould not loosely deep-equal\n\n${shortened(right)}`;
  return `${shortened(left)} ${operator} ${shortened(right)}`;
}

// Without their stacks, errors differ only in what a reader compares.
function withoutStack(error) {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(error)), error);
  Object.defineProperty(copy, 'message', { value: error.message });
  if (Object.hasOwn(error, 'cause'))
    Object.defineProperty(copy, 'cause', { value: error.cause instanceof Error ? withoutStack(error.cause) : error.cause });
  return copy;
}

function messageOf({ message, operator, actual, expected }) {
  if (message != null) return withDifference.has(operator) ? differenceMessage(actual, expected, operator, message) : String(message);
  if (withDifference.has(operator)) return differenceMessage(actual, expected, operator);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') return unequalMessage(actual, operator);
  return looseMessage(actual, expected, operator);
}

class AssertionError extends Error {
  constructor(options) {
    if (!isObject(options)) throw invalidArgType('options', 'object', options);
    let { actual, expected } = options;
    const { message, operator, stackStartFn, stackStartFunction } = options;
    if (message == null && actual instanceof Error && expected instanceof Error) {
      actual = withoutStack(actual);
      expected = withoutStack(expected);
    }
    super(messageOf({ message, operator, actual, expected }));
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', { value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true });
    this.code = 'ERR_ASSERTION';
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    Error.captureStackTrace(this, stackStartFn || stackStartFunction);
    this.stack;
    this.name = 'AssertionError';
    this.diff = options.diff ?? 'simple';
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [inspect.custom](depth, options) {
    const { actual, expected } = this;
    if (typeof actual === 'string') this.actual = fewLines(actual);
    if (typeof expected === 'string') this.expected = fewLines(expected);
    const text = inspect(this, { ...options, customInspect: false, depth: 0 });
    Object.assign(this, { actual, expected });
    return text;
  }
}

function fewLines(text) {
  const lines = text.split('\n', 11);
  return lines.length > 10 ? `${lines.slice(0, 10).join('\n')}\n...` : text;
}

module.exports = AssertionError;
