// node:util.
const inspect = native.inspect.inspect;

const foreground = (code) => [code, 39];
const background = (code) => [code, 49];
inspect.custom = native.inspect.custom;
inspect.colors = Object.assign({ __proto__: null }, {
  reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], blink: [5, 25], inverse: [7, 27],
  hidden: [8, 28], strikethrough: [9, 29], doubleunderline: [21, 24],
  black: foreground(30), red: foreground(31), green: foreground(32), yellow: foreground(33), blue: foreground(34),
  magenta: foreground(35), cyan: foreground(36), white: foreground(37),
  bgBlack: background(40), bgRed: background(41), bgGreen: background(42), bgYellow: background(43),
  bgBlue: background(44), bgMagenta: background(45), bgCyan: background(46), bgWhite: background(47),
  framed: [51, 54], overlined: [53, 55],
  gray: foreground(90), redBright: foreground(91), greenBright: foreground(92), yellowBright: foreground(93),
  blueBright: foreground(94), magentaBright: foreground(95), cyanBright: foreground(96), whiteBright: foreground(97),
  bgGray: background(100), bgRedBright: background(101), bgGreenBright: background(102),
  bgYellowBright: background(103), bgBlueBright: background(104), bgMagentaBright: background(105),
  bgCyanBright: background(106), bgWhiteBright: background(107),
});
inspect.styles = Object.assign({ __proto__: null }, {
  special: 'cyan', number: 'yellow', bigint: 'yellow', boolean: 'yellow', undefined: 'grey', null: 'bold',
  string: 'green', symbol: 'green', date: 'magenta', regexp: 'red', module: 'underline',
});
Object.defineProperty(inspect, 'defaultOptions', {
  get: () => native.inspect.defaults(),
  set: (options) => native.inspect.setDefaults(options),
});

module.exports = { inspect, format: native.inspect.format };
