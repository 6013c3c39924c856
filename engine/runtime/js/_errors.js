// Errors with Node's codes: the stack reads `TypeError [CODE]: message`, the name stays the class's.

module.exports = {
  coded: (Class, code, message, properties) => {
    const error = new Class(message);
    Object.defineProperty(error, 'name', { value: `${Class.name} [${code}]`, configurable: true, writable: true });
    Error.captureStackTrace(error);
    delete error.name;
    error.code = code;
    if (properties) Object.assign(error, properties);
    return error;
  },
  invalidArgType: native.errors.invalidArgType,
  invalidArgValue: native.errors.invalidArgValue,
  outOfRange: native.errors.outOfRange,
  missing: (name) => module.exports.coded(Error, 'ERR_METHOD_NOT_IMPLEMENTED', `The ${name} method is not implemented by vmscope`),
};
