// node:assert.
const { inspect, types } = require('util');
const AssertionError = require('_assertion_error');
const { isDeepEqual, isDeepStrictEqual } = require('_comparisons');
const { coded, invalidArgType, invalidArgValue, missing } = require('_errors');

const nothingThrown = Symbol('nothing thrown');

function needs(count, names) {
  if (count >= names.length) return;
  const list = names.map((name) => `"${name}"`).join(' and ');
  throw coded(TypeError, 'ERR_MISSING_ARGS', `The ${list} argument${names.length > 1 ? 's' : ''} must be specified`);
}

function fail(details) {
  if (details.message instanceof Error) throw details.message;
  throw new AssertionError(details);
}

function checkTruth(given, start) {
  const [value, message] = given;
  if (value) return;
  if (message instanceof Error) throw message;
  let text = message;
  if (given.length === 0) text = 'No value argument passed to `assert.ok()`';
  else if (message == null) {
    const source = native.util.callerExpression();
    if (source) text = `The expression evaluated to a falsy value:\n\n  ${source}\n`;
  }
  const error = new AssertionError({ actual: value, expected: true, message: text, operator: '==', stackStartFn: start });
  error.generatedMessage = message == null;
  throw error;
}

function assert(...given) { checkTruth(given, assert); }

// Each compares actual with expected; `operator` names it in the message.
function comparison(name, operator, isFine) {
  assert[name] = { [name](actual, expected, message) {
    needs(arguments.length, ['actual', 'expected']);
    if (!isFine(actual, expected)) fail({ actual, expected, message, operator, stackStartFn: assert[name] });
  } }[name];
}
comparison('equal', '==', (a, b) => a == b || (Number.isNaN(a) && Number.isNaN(b)));
comparison('notEqual', '!=', (a, b) => a != b && !(Number.isNaN(a) && Number.isNaN(b)));
comparison('deepEqual', 'deepEqual', isDeepEqual);
comparison('notDeepEqual', 'notDeepEqual', (a, b) => !isDeepEqual(a, b));
comparison('strictEqual', 'strictEqual', Object.is);
comparison('notStrictEqual', 'notStrictEqual', (a, b) => !Object.is(a, b));
comparison('deepStrictEqual', 'deepStrictEqual', isDeepStrictEqual);
comparison('notDeepStrictEqual', 'notDeepStrictEqual', (a, b) => !isDeepStrictEqual(a, b));

// Only the keys of `expected`, as the message shows them.
class Keys {
  constructor(object, keys, other) {
    for (const key of keys) {
      if (!(key in object)) continue;
      const matches = other !== undefined && typeof other[key] === 'string' && types.isRegExp(object[key]) && object[key].exec(other[key]) !== null;
      this[key] = matches ? other[key] : object[key];
    }
  }
}
Object.defineProperty(Keys, 'name', { value: 'Comparison' });

function checkKeys(actual, expected, message, start) {
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  else if (keys.length === 0) throw invalidArgValue('error', expected, 'may not be an empty object');
  for (const key of keys) {
    if (typeof actual[key] === 'string' && types.isRegExp(expected[key]) && expected[key].exec(actual[key]) !== null) continue;
    if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
    if (message) fail({ actual, expected, message, operator: start.name, stackStartFn: start });
    const error = new AssertionError({ actual: new Keys(actual, keys), expected: new Keys(expected, keys, actual), operator: 'deepStrictEqual', stackStartFn: start });
    throw Object.assign(error, { actual, expected, operator: start.name });
  }
}

function wrongClass(actual, expected) {
  let text = `The error is expected to be an instance of "${expected.name}". Received `;
  if (!(actual instanceof Error) && !types.isNativeError(actual)) return `${text}"${inspect(actual, { depth: -1 })}"`;
  const name = actual.constructor?.name || actual.name;
  text += expected.name === name ? 'an error with identical name but a different prototype.' : `"${name}"`;
  return actual.message ? `${text}\n\nError message:\n\n${actual.message}` : text;
}

function notValid(actual, expected, result) {
  const name = expected.name ? `"${expected.name}" ` : '';
  const text = `The ${name}validation function is expected to return "true". Received ${inspect(result)}`;
  return actual instanceof Error || types.isNativeError(actual) ? `${text}\n\nCaught error:\n\n${actual}` : text;
}

function checkThrown(actual, expected, message, start) {
  const refuse = (generated) => {
    const error = new AssertionError({ actual, expected, message: message || generated, operator: start.name, stackStartFn: start });
    error.generatedMessage = !message;
    throw error;
  };
  if (types.isRegExp(expected)) {
    const text = String(actual);
    if (expected.exec(text) !== null) return;
    refuse(`The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`);
  }
  if (typeof expected !== 'function') {
    if (typeof actual === 'object' && actual !== null) return checkKeys(actual, expected, message, start);
    const error = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: start });
    error.operator = start.name;
    throw error;
  }
  if (expected.prototype !== undefined && actual instanceof expected) return;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) refuse(wrongClass(actual, expected));
  const result = expected.call({}, actual);
  if (result !== true) refuse(notValid(actual, expected, result));
}

function expectThrown(start, actual, given) {
  let [error, message] = given;
  const kind = start === assert.rejects ? 'rejection' : 'exception';
  if (typeof error === 'string') {
    if (given.length === 2) throw invalidArgType('error', ['object', 'Error', 'function', 'RegExp'], error);
    const text = typeof actual === 'object' && actual !== null ? actual.message : actual;
    if (text === error) {
      const what = typeof actual === 'object' && actual !== null ? 'error message' : 'error';
      throw coded(TypeError, 'ERR_AMBIGUOUS_ARGUMENT', `The "error/message" argument is ambiguous. The ${what} "${text}" is identical to the message.`);
    }
    message = error;
    error = undefined;
  } else if (error != null && typeof error !== 'object' && typeof error !== 'function') {
    throw invalidArgType('error', ['object', 'Error', 'function', 'RegExp'], error);
  }
  if (actual === nothingThrown) {
    const details = `${error?.name ? ` (${error.name})` : ''}${message ? `: ${message}` : '.'}`;
    fail({ actual: undefined, expected: error, operator: start.name, message: `Missing expected ${kind}${details}`, stackStartFn: start });
  }
  if (error) checkThrown(actual, error, message, start);
}

function matchesUnwanted(actual, expected) {
  if (types.isRegExp(expected)) return expected.exec(String(actual)) !== null;
  if (typeof expected !== 'function') throw invalidArgType('expected', ['function', 'RegExp'], expected);
  if (expected.prototype !== undefined && actual instanceof expected) return true;
  return !Object.prototype.isPrototypeOf.call(Error, expected) && expected.call({}, actual) === true;
}

function expectNothing(start, actual, given) {
  if (actual === nothingThrown) return;
  let [error, message] = given;
  if (typeof error === 'string') {
    message = error;
    error = undefined;
  }
  if (error && !matchesUnwanted(actual, error)) throw actual;
  const kind = start === assert.doesNotReject ? 'rejection' : 'exception';
  const text = `Got unwanted ${kind}${message ? `: ${message}` : '.'}\nActual message: "${actual?.message}"`;
  fail({ actual, expected: error, operator: start.name, message: text, stackStartFn: start });
}

function thrownBy(fn) {
  if (typeof fn !== 'function') throw invalidArgType('fn', 'function', fn);
  try {
    fn();
  } catch (error) {
    return error;
  }
  return nothingThrown;
}

const isThenable = (value) => types.isPromise(value) ||
  (value !== null && typeof value === 'object' && typeof value.then === 'function' && typeof value.catch === 'function');

async function rejectionOf(promised) {
  let promise = promised;
  if (typeof promised === 'function') {
    promise = promised();
    if (!isThenable(promise)) {
      const got = promise === null || promise === undefined ? `${promise}` : typeof promise === 'object' ? `an instance of ${promise.constructor?.name}` : `type ${typeof promise} (${inspect(promise)})`;
      throw coded(TypeError, 'ERR_INVALID_RETURN_VALUE', `Expected instance of Promise to be returned from the "promiseFn" function but got ${got}.`);
    }
  } else if (!isThenable(promised)) {
    throw invalidArgType('promiseFn', ['function', 'Promise'], promised);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return nothingThrown;
}

function matching(name, isWanted) {
  assert[name] = { [name](string, regexp, message) {
    if (!types.isRegExp(regexp)) throw invalidArgType('regexp', 'RegExp', regexp);
    const isText = typeof string === 'string';
    if (isText && (regexp.exec(string) !== null) === isWanted) return;
    if (message instanceof Error) throw message;
    const wording = isWanted ? 'The input did not match the regular expression ' : 'The input was expected to not match the regular expression ';
    const text = isText ? `${wording}${inspect(regexp)}. Input:\n\n${inspect(string)}\n` :
      `The "string" argument must be of type string. Received type ${typeof string} (${inspect(string)})`;
    const error = new AssertionError({ actual: string, expected: regexp, message: message || text, operator: name, stackStartFn: assert[name] });
    error.generatedMessage = !message;
    throw error;
  } }[name];
}
matching('match', true);
matching('doesNotMatch', false);

Object.assign(assert, {
  AssertionError,
  ok(...given) { checkTruth(given, assert.ok); },
  fail(actual, expected, message, operator) {
    if (arguments.length > 1) fail({ actual, expected, message, operator: operator ?? (arguments.length === 2 ? '!=' : 'fail'), stackStartFn: assert.fail });
    if (actual instanceof Error) throw actual;
    const error = new AssertionError({ message: actual ?? 'Failed', operator: 'fail', stackStartFn: assert.fail });
    error.generatedMessage = actual == null;
    throw error;
  },
  throws(fn, ...given) { expectThrown(assert.throws, thrownBy(fn), given); },
  async rejects(promised, ...given) { expectThrown(assert.rejects, await rejectionOf(promised), given); },
  doesNotThrow(fn, ...given) { expectNothing(assert.doesNotThrow, thrownBy(fn), given); },
  async doesNotReject(promised, ...given) { expectNothing(assert.doesNotReject, await rejectionOf(promised), given); },
  ifError(value) {
    if (value === null || value === undefined) return;
    let text = inspect(value);
    if (typeof value === 'object' && typeof value.message === 'string')
      text = value.message.length === 0 && value.constructor ? value.constructor.name : value.message;
    throw new AssertionError({ actual: value, expected: null, operator: 'ifError', message: `ifError got unwanted exception: ${text}`, stackStartFn: assert.ifError });
  },
  partialDeepStrictEqual() { throw missing('assert.partialDeepStrictEqual'); },
});

function strict(...given) { checkTruth(given, strict); }
assert.strict = Object.assign(strict, assert, {
  equal: assert.strictEqual, notEqual: assert.notStrictEqual,
  deepEqual: assert.deepStrictEqual, notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;
module.exports = assert;
