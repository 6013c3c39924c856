// What node:assert accepts, and the messages of what it refuses.
const assert = require('node:assert');
const { AssertionError } = assert;
class Point { constructor(x) { this.x = x; } }
const loop = { a: 1 }; loop.self = loop;
const otherLoop = { a: 1 }; otherLoop.self = otherLoop;
const lines = (count, at, word) => Array.from({ length: count }, (_, i) => (i === at ? word : `line ${i}`));
const cases = [
  () => assert(true), () => assert(0), () => assert(false, 'own message'), () => assert(null, new RangeError('own error')), () => assert.ok(), () => assert.ok(typeof 123 === 'string'),
  () => assert.equal(1, '1'), () => assert.equal(1, 2), () => assert.equal(NaN, NaN), () => assert.equal({}, {}), () => assert.notEqual(1, 1), () => assert.equal(1),
  () => assert.strictEqual(1, 1), () => assert.strictEqual(1, 2), () => assert.strictEqual('a', 'b'), () => assert.strictEqual('a longer text here', 'a longer text there'), () => assert.strictEqual(0, -0), () => assert.strictEqual(NaN, NaN), () => assert.strictEqual({}, {}), () => assert.strictEqual({ a: 1 }, { a: 2 }), () => assert.strictEqual([1, 2], [1, 2]), () => assert.strictEqual(1, 'one', 'with message'), () => assert.strictEqual('multi\nline', 'multi\nother'), () => assert.strictEqual(undefined, null),
  () => assert.notStrictEqual(1, 1), () => assert.notStrictEqual(loop, loop), () => assert.notStrictEqual('long enough', 'long enough'),
  () => assert.deepEqual({ a: 1 }, { a: '1' }), () => assert.deepEqual({ a: 1 }, { a: 2 }), () => assert.deepEqual([1, 2], [1, 3]), () => assert.deepEqual(new Set([1]), new Set(['1'])), () => assert.deepEqual(new Point(1), { x: 1 }), () => assert.deepEqual(loop, otherLoop),
  () => assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 2] }), () => assert.deepStrictEqual({ a: 1 }, { a: '1' }), () => assert.deepStrictEqual(new Point(1), { x: 1 }), () => assert.deepStrictEqual([1, [2, [3]]], [1, [2, [4]]]), () => assert.deepStrictEqual(new Map([[1, { a: 1 }]]), new Map([[1, { a: 2 }]])), () => assert.deepStrictEqual(new Set([1, { a: 1 }]), new Set([1, { a: 1 }])), () => assert.deepStrictEqual(new Date(0), new Date(1)), () => assert.deepStrictEqual(/a/g, /a/i), () => assert.deepStrictEqual(loop, otherLoop), () => assert.deepStrictEqual([1, , 3], [1, undefined, 3]), () => assert.deepStrictEqual(-0, 0), () => assert.deepStrictEqual({ [Symbol.for('a')]: 1 }, { [Symbol.for('a')]: 1 }), () => assert.deepStrictEqual(new Error('a'), new Error('a')), () => assert.deepStrictEqual(new Uint8Array([1, 2]), new Uint8Array([1, 3])), () => assert.deepStrictEqual(Object(1), Object(2)), () => assert.deepStrictEqual(new WeakMap(), new WeakMap()),
  () => assert.deepStrictEqual(lines(30, 15, 'changed'), lines(30, 20, 'differs')), () => assert.deepStrictEqual(lines(60, -1), lines(60, 59, 'last')), () => assert.deepStrictEqual({ a: 1, b: 2 }, { b: 2, a: 1 }), () => assert.deepStrictEqual([1, 2, 3], [1, 2, 3, 4]), () => assert.deepStrictEqual(1, 2, 'message'), () => assert.deepStrictEqual('text', ['text']),
  () => assert.notDeepStrictEqual({ a: 1 }, { a: 1 }), () => assert.notDeepEqual([1], ['1']), () => assert.notDeepEqual({ a: 1 }, { a: 1 }),
  () => assert.throws(() => { throw new TypeError('bad value'); }), () => assert.throws(() => {}), () => assert.throws(() => {}, TypeError), () => assert.throws(() => {}, 'message'), () => assert.throws(() => { throw new TypeError('bad'); }, TypeError), () => assert.throws(() => { throw new TypeError('bad'); }, /bad/), () => assert.throws(() => { throw new TypeError('bad'); }, { name: 'TypeError', message: /ba/ }),
  () => assert.throws(() => { throw new TypeError('bad'); }, /good/), () => assert.throws(() => { throw new TypeError('bad'); }, RangeError), () => assert.throws(() => { throw new TypeError('bad'); }, { message: 'good', name: 'TypeError' }), () => assert.throws(() => { throw new TypeError('bad'); }, () => false), () => assert.throws(() => { throw 'text'; }, /text/), () => assert.throws('not a function'), () => assert.throws(() => { throw new Error('same'); }, 'same'), () => assert.throws(() => { throw new Error('x'); }, {}),
  () => assert.doesNotThrow(() => {}), () => assert.doesNotThrow(() => { throw new Error('unwanted'); }), () => assert.doesNotThrow(() => { throw new Error('unwanted'); }, 'why'), () => assert.ifError(null), () => assert.ifError(new Error('some')), () => assert.ifError('text'), () => assert.match('abc', /b/), () => assert.match('abc', /x/), () => assert.match(5, /x/), () => assert.doesNotMatch('abc', /b/),
  () => assert.fail(), () => assert.fail('with message'), () => assert.fail(new TypeError('given')), () => assert.strict.equal(1, '1'), () => assert.strict.deepEqual([1], ['1']), () => assert.strict.strict === assert.strict, () => { throw new AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' }); }, () => { throw new AssertionError({ message: 'only message' }); },
];
cases.forEach((each, index) => {
  try {
    console.log(index, each());
  } catch (error) {
    console.log(index, error.name, error.code, error.generatedMessage, error.operator, `\n${error.message}`);
  }
});
(async () => {
  const promised = [
    () => assert.rejects(Promise.reject(new Error('r')), /r/), () => assert.rejects(Promise.resolve(1)), () => assert.rejects(async () => { throw new TypeError('x'); }, RangeError), () => assert.rejects(() => 5), () => assert.rejects(7), () => assert.doesNotReject(Promise.resolve()), () => assert.doesNotReject(Promise.reject(new Error('no'))),
  ];
  for (const each of promised) await each().then((value) => console.log('fulfilled', value), (error) => console.log(error.code, error.message));
})();
