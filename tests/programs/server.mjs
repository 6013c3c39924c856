import http from 'node:http';

const server = http.createServer(async (request, response) => {
  let size = 0;
  for await (const chunk of request) size += chunk.length;
  response.end(String(size));
  server.close();
}).listen(0, () => {
  http.request({ port: server.address().port, method: 'POST' }, (response) => response.resume()).end('12345');
});
