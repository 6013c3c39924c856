const EventEmitter = require('node:events');
const emitter = new EventEmitter();
emitter.on('ask', function answer() {
  console.log(new Error('inside').stack.split('\n').slice(1).map((line) => line.trim().split(' ')[1]).join(' '));
  Error.prepareStackTrace = (error, sites) => sites.map((site) => site.getFunctionName()).join(' ');
  console.log(new Error('seen by the program').stack);
});
(function ask() {
  emitter.emit('ask');
})();
