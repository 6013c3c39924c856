// util.parseArgs: options and positionals of a command line, with the tokens it was read as.
const { invalidArgType, invalidArgValue, coded } = require('_errors');

const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);
const fail = (code, message) => coded(TypeError, `ERR_PARSE_ARGS_${code}`, message);

function check(value, type, name) {
  if (type === 'array' ? !Array.isArray(value) : type === 'object' ? value === null || typeof value !== 'object' || Array.isArray(value) : typeof value !== type)
    throw invalidArgType(name, type === 'array' ? 'Array' : type, value);
}

function checkConfig({ args, strict, allowPositionals, tokens, allowNegative, options }) {
  check(args, 'array', 'args');
  for (const [name, value] of Object.entries({ strict, allowPositionals, tokens, allowNegative })) check(value, 'boolean', name);
  check(options, 'object', 'options');
  for (const [name, option] of Object.entries(options)) {
    check(option, 'object', `options.${name}`);
    if (option.type !== 'string' && option.type !== 'boolean')
      throw coded(TypeError, 'ERR_INVALID_ARG_TYPE', `The "options.${name}.type" property must be ('string|boolean'). Received ${invalidArgType('x', 'string', option.type).message.split('Received ')[1]}`);
    if (Object.hasOwn(option, 'short')) {
      check(option.short, 'string', `options.${name}.short`);
      if (option.short.length !== 1) throw invalidArgValue(`options.${name}.short`, option.short, 'must be a single character');
    }
    if (Object.hasOwn(option, 'multiple')) check(option.multiple, 'boolean', `options.${name}.multiple`);
    if (option.default !== undefined) checkDefault(option, `options.${name}.default`);
  }
}

function checkDefault({ type, multiple, default: given }, name) {
  if (!multiple) return check(given, type, name);
  check(given, 'array', name);
  given.forEach((each, index) => check(each, type, `${name}[${index}]`));
}

const isShort = (text) => text.length === 2 && text[0] === '-' && text[1] !== '-';
const isShortGroup = (text) => text.length > 2 && text[0] === '-' && text[1] !== '-';
const isLong = (text) => text.length > 2 && text.startsWith('--');

// As the command line reads: `-abc value`, `--name=value`, `--`.
function tokenize(args, options) {
  const nameOf = (short) => Object.keys(options).find((name) => own(options[name], 'short') === short) ?? short;
  const takesValue = (name) => own(options, name)?.type === 'string';
  const tokens = [];
  const waiting = args.map((text, index) => ({ text, index }));
  while (waiting.length > 0) {
    const { text, index } = waiting.shift();
    const add = (name, rawName, value, inlineValue) => tokens.push({ kind: 'option', name, rawName, index, value, inlineValue });
    const addWithNext = (name, rawName) => {
      const takes = takesValue(name) && waiting[0]?.index > index;
      add(name, rawName, takes ? waiting.shift().text : undefined, takes ? false : undefined);
    };
    if (text === '--') {
      tokens.push({ kind: 'option-terminator', index });
      for (const rest of waiting) tokens.push({ kind: 'positional', index: rest.index, value: rest.text });
      break;
    }
    if (isShort(text)) {
      addWithNext(nameOf(text[1]), text);
    } else if (isShortGroup(text)) {
      if (takesValue(nameOf(text[1]))) {
        add(nameOf(text[1]), text.slice(0, 2), text.slice(2), true);
        continue;
      }
      const group = [];
      for (let at = 1; at < text.length; ++at) {
        const ends = takesValue(nameOf(text[at]));
        group.push(ends && at < text.length - 1 ? `-${text.slice(at)}` : `-${text[at]}`);
        if (ends) break;
      }
      waiting.unshift(...group.map((each) => ({ text: each, index })));
    } else if (isLong(text)) {
      const equals = text.indexOf('=', 3);
      if (equals === -1) addWithNext(text.slice(2), text);
      else add(text.slice(2, equals), text.slice(0, equals), text.slice(equals + 1), true);
    } else {
      tokens.push({ kind: 'positional', index, value: text });
    }
  }
  return tokens;
}

function checkUse(token, { options, allowPositionals, allowNegative }) {
  let { name } = token;
  let option = own(options, name);
  if (!option && allowNegative && name.startsWith('no-')) {
    name = name.slice(3);
    option = own(options, name)?.type === 'boolean' ? options[name] : undefined;
  }
  const shown = `${own(option ?? {}, 'short') ? `-${option.short}, ` : ''}--${name}`;
  if (!option) {
    const advice = allowPositionals ? `. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- ${JSON.stringify(token.rawName)}` : '';
    throw fail('UNKNOWN_OPTION', `Unknown option '${token.rawName}'${advice}`);
  }
  if (option.type === 'string' && typeof token.value !== 'string') throw fail('INVALID_OPTION_VALUE', `Option '${shown} <value>' argument missing`);
  if (option.type === 'boolean' && token.value != null) throw fail('INVALID_OPTION_VALUE', `Option '${shown}' does not take an argument`);
}

function checkAmbiguity({ rawName, value, inlineValue, name }) {
  if (inlineValue || typeof value !== 'string' || value.length < 2 || value[0] !== '-') return;
  const example = rawName.startsWith('--') ? `'${rawName}=-XYZ'` : `'--${name}=-XYZ' or '${rawName}-XYZ'`;
  throw fail('INVALID_OPTION_VALUE', `Option '${rawName}' argument is ambiguous.\nDid you forget to specify the option argument for '${rawName}'?\nTo specify an option argument starting with a dash use ${example}.`);
}

function parseArgs(config = {}) {
  const args = config.args ?? process.argv.slice(2);
  const { strict = true, tokens: wantsTokens = false, allowNegative = false } = config;
  const options = config.options ?? { __proto__: null };
  const allowPositionals = config.allowPositionals ?? !strict;
  checkConfig({ args, strict, allowPositionals, tokens: wantsTokens, allowNegative, options });

  const result = { values: { __proto__: null }, positionals: [] };
  const tokens = tokenize(args, options);
  if (wantsTokens) result.tokens = tokens;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (!allowPositionals) throw fail('UNEXPECTED_POSITIONAL', `Unexpected argument '${token.value}'. This command does not take positional arguments`);
      result.positionals.push(token.value);
    }
    if (token.kind !== 'option') continue;
    if (strict) {
      checkUse(token, { options, allowPositionals, allowNegative });
      checkAmbiguity(token);
    }
    if (token.name === '__proto__') continue;
    const isNegative = allowNegative && token.name.startsWith('no-') && token.value === undefined;
    const name = token.name = isNegative ? token.name.slice(3) : token.name;
    const value = token.value ?? !isNegative;
    if (own(options, name)?.multiple) (result.values[name] ??= []).push(value);
    else result.values[name] = value;
  }
  for (const [name, option] of Object.entries(options))
    if (option.default !== undefined && result.values[name] === undefined) result.values[name] = option.default;
  return result;
}

module.exports = { parseArgs };
