// node:perf_hooks: performance.now and its origin.
const { missing } = require('_errors');
const own = native.process;

const timeOrigin = own.timeOrigin();
class Performance {
  get timeOrigin() { return timeOrigin; }
  now() { return own.uptime() * 1000; }
  toJSON() { return { timeOrigin: this.timeOrigin }; }
}
for (const name of ['mark', 'measure', 'clearMarks', 'clearMeasures', 'getEntries', 'getEntriesByName', 'getEntriesByType', 'timerify', 'eventLoopUtilization'])
  Performance.prototype[name] = () => { throw missing(`performance.${name}`); };
Object.defineProperty(Performance.prototype, Symbol.toStringTag, { value: 'Performance', configurable: true });

module.exports = { performance: new Performance(), Performance };
for (const name of ['monitorEventLoopDelay', 'createHistogram', 'PerformanceObserver'])
  module.exports[name] = function() { throw missing(`perf_hooks.${name}`); };
