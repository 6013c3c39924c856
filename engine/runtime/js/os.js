// node:os, as far as Linux tells it in files.
const { missing } = require('_errors');
const fs = require('fs');
const self = require('process');

const read = (path) => fs.readFileSync(path, 'latin1').trim();
const kernel = (name) => read(`/proc/sys/kernel/${name}`);
const memory = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read('/proc/meminfo'))[1]) * 1024;
const machines = { x64: 'x86_64', arm64: 'aarch64' };

module.exports = {
  EOL: '\n',
  devNull: '/dev/null',
  arch: () => self.arch,
  platform: () => self.platform,
  type: () => kernel('ostype'),
  release: () => kernel('osrelease'),
  version: () => kernel('version'),
  hostname: () => kernel('hostname'),
  machine: () => machines[self.arch] ?? self.arch,
  endianness: () => (new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'LE' : 'BE'),
  homedir() {
    if (self.env.HOME === undefined) throw missing('os.homedir without HOME');
    return self.env.HOME;
  },
  tmpdir() {
    const path = self.env.TMPDIR || self.env.TMP || self.env.TEMP || '/tmp';
    return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  },
  uptime: () => Number(read('/proc/uptime').split(' ')[0]),
  loadavg: () => read('/proc/loadavg').split(' ').slice(0, 3).map(Number),
  totalmem: () => memory('MemTotal'),
  freemem: () => memory('MemAvailable'),
};
for (const name of ['availableParallelism', 'cpus', 'getPriority', 'networkInterfaces', 'setPriority', 'userInfo'])
  module.exports[name] = () => { throw missing(`os.${name}`); };
