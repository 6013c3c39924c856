// Deep equality, loose and strict, as node:assert and util.isDeepStrictEqual mean it.
const { types } = native.util;

const hasOwn = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
const isEnumerable = (object, key) => Object.prototype.propertyIsEnumerable.call(object, key);
const ownSymbols = (object) => Object.getOwnPropertySymbols(object).filter((key) => isEnumerable(object, key));
const nonIndexKeys = (object) => Object.keys(object).filter((key) => !/^(0|[1-9]\d*)$/.test(key));

function sameView(a, b, isStrict) {
  if (a.byteLength !== b.byteLength) return false;
  if (types.isFloat32Array(a) || types.isFloat64Array(a)) {
    for (let i = 0; i < a.length; ++i) if (!(isStrict ? Object.is(a[i], b[i]) : a[i] === b[i])) return false;
    return true;
  }
  return sameBytes(new Uint8Array(a.buffer, a.byteOffset, a.byteLength), new Uint8Array(b.buffer, b.byteOffset, b.byteLength));
}

function sameBytes(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; ++i) if (a[i] !== b[i]) return false;
  return true;
}

function sameBoxed(a, b) {
  if (types.isNumberObject(a)) return types.isNumberObject(b) && Object.is(Number.prototype.valueOf.call(a), Number.prototype.valueOf.call(b));
  if (types.isStringObject(a)) return types.isStringObject(b) && String.prototype.valueOf.call(a) === String.prototype.valueOf.call(b);
  if (types.isBooleanObject(a)) return types.isBooleanObject(b) && Boolean.prototype.valueOf.call(a) === Boolean.prototype.valueOf.call(b);
  if (types.isBigIntObject(a)) return types.isBigIntObject(b) && BigInt.prototype.valueOf.call(a) === BigInt.prototype.valueOf.call(b);
  return types.isSymbolObject(b) && Symbol.prototype.valueOf.call(a) === Symbol.prototype.valueOf.call(b);
}

class Comparison {
  constructor(isStrict) {
    this.isStrict = isStrict;
    this.left = [];
    this.right = [];
  }

  equal(a, b) {
    if (a === b) return a !== 0 || !this.isStrict || Object.is(a, b);
    const areObjects = typeof a === 'object' && a !== null && typeof b === 'object' && b !== null;
    if (this.isStrict) {
      if (!areObjects) return typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b);
      return Object.getPrototypeOf(a) === Object.getPrototypeOf(b) && this.sameObject(a, b);
    }
    if (a === null || typeof a !== 'object') {
      return (b === null || typeof b !== 'object') && (a == b || (Number.isNaN(a) && Number.isNaN(b)));
    }
    return b !== null && typeof b === 'object' && this.sameObject(a, b);
  }

  sameObject(a, b) {
    if (Object.prototype.toString.call(a) !== Object.prototype.toString.call(b)) return false;
    if (Array.isArray(a)) {
      if (!Array.isArray(b) || a.length !== b.length) return false;
      return this.sameKeys(a, b, nonIndexKeys(a), nonIndexKeys(b), 'array');
    }
    if (types.isDate(a)) {
      if (!types.isDate(b)) return false;
      const [x, y] = [Date.prototype.getTime.call(a), Date.prototype.getTime.call(b)];
      if (x !== y && !(Number.isNaN(x) && Number.isNaN(y))) return false;
    } else if (types.isRegExp(a)) {
      if (!types.isRegExp(b) || a.source !== b.source || a.flags !== b.flags || a.lastIndex !== b.lastIndex) return false;
    } else if (types.isNativeError(a) || a instanceof Error) {
      if (!types.isNativeError(b) && !(b instanceof Error)) return false;
      if (a.message !== b.message || a.name !== b.name || !this.sameHidden(a, b, 'cause') || !this.sameHidden(a, b, 'errors')) return false;
    } else if (ArrayBuffer.isView(a)) {
      if (!sameView(a, b, this.isStrict)) return false;
      return this.sameKeys(a, b, nonIndexKeys(a), nonIndexKeys(b), 'none');
    } else if (types.isSet(a)) {
      return types.isSet(b) && a.size === b.size && this.sameKeys(a, b, Object.keys(a), Object.keys(b), 'set');
    } else if (types.isMap(a)) {
      return types.isMap(b) && a.size === b.size && this.sameKeys(a, b, Object.keys(a), Object.keys(b), 'map');
    } else if (types.isAnyArrayBuffer(a)) {
      if (!types.isAnyArrayBuffer(b) || !sameBytes(new Uint8Array(a), new Uint8Array(b))) return false;
    } else if (types.isBoxedPrimitive(a)) {
      if (!sameBoxed(a, b)) return false;
    } else if (Array.isArray(b) || ArrayBuffer.isView(b) || types.isSet(b) || types.isMap(b) || types.isDate(b) ||
               types.isRegExp(b) || types.isAnyArrayBuffer(b) || types.isBoxedPrimitive(b) || types.isNativeError(b)) {
      return false;
    } else if (types.isPromise(a) || types.isWeakMap(a) || types.isWeakSet(a)) {
      return false;
    }
    return this.sameKeys(a, b, Object.keys(a), Object.keys(b), 'none');
  }

  sameHidden(a, b, key) {
    return hasOwn(a, key) === hasOwn(b, key) && (isEnumerable(a, key) || !hasOwn(a, key) || this.equal(a[key], b[key]));
  }

  sameKeys(a, b, keysOfA, keysOfB, content) {
    if (keysOfA.length !== keysOfB.length || !keysOfA.every((key) => hasOwn(b, key))) return false;
    if (this.isStrict) {
      const symbols = ownSymbols(a);
      if (symbols.length !== ownSymbols(b).length || !symbols.every((key) => isEnumerable(b, key))) return false;
      keysOfA = [...keysOfA, ...symbols];
    }
    // Objects already under comparison further up are equal where they are each other's counterpart.
    const at = this.left.indexOf(a);
    if (at !== -1 || this.right.includes(b)) return at !== -1 && this.right[at] === b;
    this.left.push(a);
    this.right.push(b);
    const isSame = this.sameContent(a, b, content) && keysOfA.every((key) => this.equal(a[key], b[key]));
    this.left.pop();
    this.right.pop();
    return isSame;
  }

  sameContent(a, b, content) {
    if (content === 'array') {
      for (let i = 0; i < a.length; ++i) {
        if (this.isStrict && hasOwn(a, i) !== hasOwn(b, i)) return false;
        if (!this.equal(a[i], b[i])) return false;
      }
      return true;
    }
    if (content === 'set') return this.sameUnordered([...a], [...b], (x, y) => this.equal(x, y));
    if (content === 'map') return this.sameUnordered([...a], [...b], (x, y) => this.equal(x[0], y[0]) && this.equal(x[1], y[1]));
    return true;
  }

  sameUnordered(a, b, matches) {
    return a.every((x) => {
      const at = b.findIndex((y) => matches(x, y));
      if (at !== -1) b.splice(at, 1);
      return at !== -1;
    });
  }
}

module.exports = {
  isDeepEqual: (a, b) => new Comparison(false).equal(a, b),
  isDeepStrictEqual: (a, b) => new Comparison(true).equal(a, b),
};
