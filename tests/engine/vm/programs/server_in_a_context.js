// A text that wants `require` gets it as an argument, and serves over HTTP from there.
const vm = require('node:vm');

const text = `((require) => {
  const http = require('node:http');
  const server = http.createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain', 'X-Path': request.url });
    response.end('served from a text\\n');
  });
  return server;
})`;
const server = vm.runInThisContext(text)(require);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  require('node:http').get(`http://127.0.0.1:${port}/lamp?on=1`, (response) => {
    console.log(response.statusCode, response.headers['content-type'], response.headers['x-path']);
    response.setEncoding('utf8');
    response.on('data', (part) => console.log(JSON.stringify(part)));
    response.on('end', () => server.close(() => console.log('closed')));
  });
});
