// A window with prototypes, getters on the global, event handlers and named access, as jsdom does it.
const vm = require('vm');
const { inspect } = require('util');

class EventTarget_ { #l = {}; addEventListener(t, f) { (this.#l[t] ??= []).push(f) } dispatchEvent(e) { for (const f of this.#l[e.type] ?? []) f.call(this, e); const h = this['on' + e.type]; if (typeof h === 'function') h.call(this, e); return true } }
class Window_ extends EventTarget_ {
  get self() { return this._globalProxy } get window() { return this._globalProxy } get length() { return 2 }
  get name() { return this._name ?? '' } set name(v) { this._name = String(v) }
  get [Symbol.toStringTag]() { return 'Window' }
  alert(text) { this._alerts.push(text) }
}
const window = new Window_();
vm.createContext(window);
window._globalProxy = vm.runInContext('this', window);
window._alerts = [];
Object.defineProperty(window, 'location', { get: () => ({ href: 'about:blank', toString() { return this.href } }), set: (v) => window._alerts.push(`goto ${v}`), enumerable: true, configurable: false });
Object.defineProperty(window, 'document', { value: { body: { children: [] }, get defaultView() { return window._globalProxy } }, enumerable: true, configurable: false, writable: false });
Object.defineProperties(window, { innerWidth: { get: () => 800, configurable: true, enumerable: true }, innerHeight: { get() { return this.innerWidth * 0.75 }, configurable: true, enumerable: true }, top: { get() { return window._globalProxy }, configurable: false } });
for (const name of vm.runInContext('Object.getOwnPropertyNames(globalThis)', vm.createContext())) if (!(name in window) && /^(Map|Set|Promise)$/.test(name)) Object.defineProperty(window, name, { value: vm.runInContext(name, window), writable: true, configurable: true });
const run = (code) => { try { return vm.runInContext(code, window, 'page.js') } catch (e) { return `${e.name}: ${e.message}` } };
for (const code of [
  'window === self', 'window === globalThis', 'this === window', 'top === window', 'document.defaultView === window', 'self.self.window.top === self',
  'name = 5; name', 'typeof name', 'window.name', 'alert("hi"); 1', 'location = "x.html"; String(location)', 'document = 1; typeof document', '"use strict"; document = 1',
  'innerWidth', 'innerWidth = 5; innerWidth', 'innerHeight', 'Object.prototype.toString.call(window)', 'length', 'var length = 7; length', 'var name = "n"; window.name',
  'addEventListener', 'addEventListener("load", function (e) { seen = [this === window, e.type] }); dispatchEvent', 'window.dispatchEvent({ type: "load" })', 'typeof seen',
  'onload = (e) => { handled = e.type }; typeof onload', 'Object.keys(window)', '"innerWidth" in window', 'window.hasOwnProperty("alert")', '"alert" in window', 'typeof alert',
  'Object.getOwnPropertyNames(window).filter(n => /^(Array|Map|document|location|name|top)$/.test(n)).sort().join()', 'Object.getOwnPropertyDescriptor(window, "location").set !== undefined', 'delete window.innerWidth', 'innerWidth', 'delete window.location',
  'let top2 = top; top2 === top', 'function onclick() { return this === window }; onclick()', 'window.onclick()', 'const { document: d, name: nm } = window; typeof d + nm', 'for (var k in window) if (k === "late") "yes"', 'window.late = 1; late', 'Object.assign(window, { z: 1 }).z', 'with (window) { late + z }', 'eval("var ev = 3"); ev + window.ev', '(0, eval)("var gv = 4"); window.gv', 'Map === window.Map', 'new Map instanceof Map', 'Window', 'constructor.name', 'window.constructor === undefined', 'Reflect.getPrototypeOf(window) === Object.prototype', 'window instanceof Object', 'Reflect.ownKeys(window).filter(k => typeof k === "symbol").length', 'JSON.stringify({ a: window.late })', 'structuredClone', 'globalThis.undefinedThing === undefined', 'typeof undefinedThing', 'try { undefinedThing } catch (e) { e instanceof ReferenceError }', 'Object.defineProperty(window, "ro", { value: 1 }); ro = 2; ro', '"use strict"; ro = 2', 'Object.getOwnPropertyDescriptor(window, "ro")', 'undefined = 1; undefined', 'NaN', 'Infinity = 1', '"use strict"; NaN = 1', 'Symbol.for("x") in window', 'window[Symbol.for("x")] = 1; Symbol.for("x") in window', 'this.constructor === Object', 'valueOf() === window', 'toString()', 'isPrototypeOf.call(Object.prototype, window)', 'propertyIsEnumerable("late")', '__proto__ === Object.prototype', '__defineGetter__("gg", () => 9); gg', '__lookupGetter__("gg") !== undefined',
]) console.log(code, '=>', inspect(run(code), { depth: 0 }));
console.log(window._alerts, Object.keys(window));
console.log(inspect(window, { depth: 1 }));
