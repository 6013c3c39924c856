// node:http: a server and a client, HTTP/1.1.
const { coded } = require('_errors');
const { IncomingMessage, OutgoingMessage, tokenPattern } = require('_http_messages');
const { STATUS_CODES, Server, ServerResponse } = require('_http_server');
const { ClientRequest } = require('_http_client');

const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE', 'CONNECT'];

class Agent {
  constructor(options) { this.options = { ...options }; }
  destroy() {}
}

const request = (input, options, callback) => new ClientRequest(input, options, callback);
module.exports = {
  METHODS, STATUS_CODES, Agent, ClientRequest, IncomingMessage, OutgoingMessage, Server, ServerResponse, request,
  createServer: (options, listener) => new Server(options, listener),
  get(input, options, callback) {
    const made = request(input, options, callback);
    made.end();
    return made;
  },
  globalAgent: new Agent(), maxHeaderSize: 16384,
  validateHeaderName(name) {
    if (typeof name !== 'string' || !tokenPattern.test(name)) throw coded(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Header name must be a valid HTTP token ["${name}"]`);
  },
};
