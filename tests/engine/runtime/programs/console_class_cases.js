// console.Console and console.createTask.
const {Console} = require('console');
console.log(
    Console === console.Console, require('console') === console, console instanceof Console, Console.name,
    Console.length, Object.prototype.toString.call(console));
const out = [], err = [];
const stream = (l) => ({
  write(t) {
    l.push(t);
    return true
  },
  on() {},
  once() {},
  removeListener() {},
  listenerCount() { return 0 }
});
const c = new Console({stdout: stream(out), stderr: stream(err), groupIndentation: 4});
c.log('a %s', 1, {x: [1]});
c.error('e');
c.warn('w');
c.info('i');
c.debug('d');
c.dir({a: {b: {c: {d: 1}}}}, {depth: 0});
c.group('G');
c.log('in\ngroup');
c.group();
c.log('deep');
c.groupEnd();
c.groupEnd();
c.groupEnd();
c.log('out');
c.count();
c.count('x');
c.count();
c.countReset();
c.count();
c.assert(true, 'no');
c.assert(false, 'yes %s', 1);
c.assert(false);
c.table([{a: 1, b: 2}]);
c.table(5);
c.dirxml(1, {a: 1});
c.time('t');
c.timeEnd('t');
console.log(out.map(t => t.replace(/t: .*ms/, 't: MS')).join(''), '|', err.join(''));
console.log(Object.keys(c).join());
console.log(c instanceof Console, Object.getPrototypeOf(c) === Console.prototype);
const c2 = new Console(stream(out));
c2.error('to out');
console.log(out.at(-1));
const c3 = Console(stream(out), stream(err));
c3.error('to err');
console.log(err.at(-1), c3 instanceof Console);
for (const a
         of [[], [{}], [{stdout: {}}], [{stdout: stream(out), colorMode: 'x'}],
             [{stdout: stream(out), groupIndentation: -1}], [{stdout: stream(out), groupIndentation: 'x'}],
             [{stdout: stream(out), inspectOptions: 5}], [{stdout: stream(out), stderr: 5}]])
  try {
    new Console(...a);
    console.log('ok')
  } catch (e) {
    console.log(e.code, e.message)
  }
const c4 = new Console({stdout: stream(out), inspectOptions: {depth: 0, colors: true}});
try {
  c4.log({a: {b: 1}}, 1);
  console.log(JSON.stringify(out.at(-1)))
} catch (e) {
  console.log(e.message)
}
const c5 = new Console({stdout: stream(out), colorMode: true});
c5.log(1, {a: 'x'});
console.log(JSON.stringify(out.at(-1)));
const {log} = c;
log('detached');
console.log(out.at(-1));
console.log(typeof console.createTask, typeof console.context, typeof console.profile);
const task = console.createTask('name');
console.log(task, task.run((a) => a === undefined ? 5 : a), Object.getPrototypeOf(task).constructor.name);
try {
  console.createTask()
} catch (e) {
  console.log(e.name, e.code, e.message)
}
try {
  console.createTask('')
} catch (e) {
  console.log(e.name, e.message)
}
try {
  task.run()
} catch (e) {
  console.log(e.name, e.message)
}
try {
  task.run.call({}, () => 1)
} catch (e) {
  console.log(e.name, e.message)
}
try {
  task.run(() => {throw 7})
} catch (e) {
  console.log(e)
}
console.log(new Console(process.stdout).constructor === Console);
class Sub extends Console {
  constructor() { super(stream(out)) }
  log(...a) { super.log('sub', ...a) }
}
new Sub().log(1);
console.log(out.at(-1));
new Sub().info(2);
console.log(out.at(-1));
