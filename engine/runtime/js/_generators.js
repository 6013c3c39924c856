// Async generators of our own, for programs. V8's inspector ends the process where it looks into a generator whose code
// no debugger lists; programs get an object that has nothing to look into and steps the generator as if it were one.
const generators = new WeakMap();
const AsyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}.prototype));

const prototype = Object.create(AsyncIteratorPrototype, {
  next: { value(value) { return generators.get(this).next(value); }, writable: true, configurable: true },
  return: { value(value) { return generators.get(this).return(value); }, writable: true, configurable: true },
  throw: { value(error) { return generators.get(this).throw(error); }, writable: true, configurable: true },
  [Symbol.toStringTag]: { value: 'AsyncGenerator', configurable: true },
});

module.exports = (generator) => {
  const shown = Object.create(prototype);
  generators.set(shown, generator);
  return shown;
};
