// A window as a DOM library makes one: the sandbox is an instance of a class with accessors, named elements and timers.
const vm = require('node:vm');
class Node_ {
  constructor(name) {
    this.nodeName = name;
    this.children = [];
    this.parent = null;
    this.listeners = new Map();
  }
  append(...nodes) {
    for (const node of nodes) {
      node.parent = this;
      this.children.push(node);
    }
    return this;
  }
  addEventListener(type, listener, options = {}) {
    if (!this.listeners.has(type)) this.listeners.set(type, []);
    this.listeners.get(type).push(
        {listener, once: options.once === true, capture: options === true || options.capture === true});
  }
  removeEventListener(type, listener) {
    this.listeners.set(type, (this.listeners.get(type) ?? []).filter((each) => each.listener !== listener));
  }
  dispatchEvent(event) {
    const chain = [];
    for (let node = this; node; node = node.parent) chain.push(node);
    event.target = this;
    const visit = (node, phase) => {
      for (const each of [...(node.listeners.get(event.type) ?? [])]) {
        if (event.stopped || (node !== this && each.capture !== (phase === 'capture'))) continue;
        if (node === this && phase === 'capture') continue;
        event.currentTarget = node;
        try {
          typeof each.listener === 'function' ? each.listener.call(node, event) : each.listener.handleEvent(event);
        } catch (error) { window.onerror?.(error.message, error); }
        if (each.once) node.removeEventListener(event.type, each.listener);
      }
    };
    for (const node of [...chain].reverse()) visit(node, 'capture');
    for (const node of chain) visit(node, 'bubble');
    return !event.defaultPrevented;
  }
}
class Event_ {
  constructor(type, init = {}) { Object.assign(this, {type, ...init, stopped: false, defaultPrevented: false}); }
  stopPropagation() { this.stopped = true; }
  preventDefault() { this.defaultPrevented = true; }
}
class Window extends Node_ {
  #location = 'about:blank';
  constructor() { super('#window'); }
  get location() { return this.#location; }
  set location(value) {
    this.#location = String(value);
    console.log('navigate', this.#location);
  }
  get self() { return this; }
  get window() { return this; }
  get innerWidth() { return 1024; }
  static get[Symbol.species]() { return this; }
}
const window = new Window();
const document = new Node_('#document');
document.createElement = (name) => new Node_(name.toUpperCase());
document.append(document.documentElement = document.createElement('html'));
document.documentElement.append(document.body = document.createElement('body'));
document.parent = window;
Object.defineProperty(window, 'document', {value: document, enumerable: true});
Object.assign(window, {Event: Event_, console, name: '', frames: []});
Object.defineProperties(window, {
  top: {get: () => global_, enumerable: true},
  undefinedHandler: {get() { return undefined; }, configurable: true},
  length: {value: 0, writable: true}
});
vm.createContext(window, {name: 'about:blank', origin: 'http://localhost'});
const global_ = vm.runInContext('this', window);
const run = (code, filename = 'page.js') => {
  try {
    return vm.runInContext(code, window, {filename});
  } catch (error) { return `${error.name}: ${error.message}`; }
};
for (const code
         of ['window === this',
             'self === globalThis',
             'top === window',
             'location',
             'location = "http://a/b"; location',
             'innerWidth',
             'innerWidth = 1; innerWidth',
             '"use strict"; innerWidth = 1',
             'var shadow = 1; window.shadow',
             'window.made = 2; made',
             'document = 1; typeof document',
             '"use strict"; document = 1',
             'delete window.document',
             'delete window.made; typeof made',
             'Object.prototype.toString.call(window)',
             'String(this)',
             'window instanceof Object',
             'Object.keys(window).join()',
             'addEventListener("load", (e) => console.log("load", e.type)); dispatchEvent(new Event("load"))',
             'onerror = (message, error) => console.log("onerror", message, error instanceof TypeError); "set"',
             '"onerror" in window',
             'frames[0] = window; frames[0] === window',
             'Object.getOwnPropertyDescriptor(window, "top").get.name',
             'undefinedHandler',
             'typeof undefinedHandler',
             'var undefinedHandler = 1; undefinedHandler',
             'length',
             'length = 5; this.length',
             'name = "w"; [name, this.hasOwnProperty("name")]',
             'Window',
             'typeof nodeName + nodeName',
             'this.constructor.name',
             'hasOwnProperty("location")',
             '"location" in this',
])
  console.log(code, '→', run(code));
console.log(run(`
  const button = document.createElement('button');
  document.body.append(button);
  const log = [];
  for (const [name, node] of Object.entries({ window, document, body: document.body, button }))
    for (const capture of [true, false])
      node.addEventListener('click', function(e) { log.push(name + (capture ? ' capture' : ' bubble') + (this === e.currentTarget)); if (name === 'body' && !capture && e.detail === 2) e.stopPropagation(); }, { capture });
  button.addEventListener('click', { handleEvent(e) { log.push('object'); null.boom; } }, { once: true });
  button.dispatchEvent(new Event('click', { detail: 1 }));
  log.push('|');
  log.push(button.dispatchEvent(new Event('click', { detail: 2 })));
  log;
`));
console.log(
    window.onerror === global_.onerror, window.shadow, Object.keys(global_).length === Object.keys(window).length);
class Sub extends Window {
  get innerWidth() { return 320; }
}
const second = vm.createContext(new Sub());
console.log(vm.runInContext(
    '[innerWidth, Object.prototype.toString.call(this), typeof location, (location = 1, location)]', second));
