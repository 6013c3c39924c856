// A server and its clients in one program.
const http = require('node:http');
const server = http.createServer((request, response) => {
  const { method, url } = request;
  if (url === '/echo') {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part) => { body += part; });
    request.on('end', () => {
      response.writeHead(201, 'Made', { 'X-Own': 'yes', 'Content-Type': 'text/plain' });
      response.end(`${method} ${body} ${request.headers['content-type']} ${request.headers['x-list']}`);
    });
    return;
  }
  if (url === '/parts') {
    response.setHeader('Set-Cookie', ['a=1', 'b=2']);
    response.write('one ');
    setTimeout(() => { response.write('two '); response.end('three'); }, 5);
    return;
  }
  if (url === '/empty') { response.statusCode = 204; response.end(); return; }
  if (url === '/wrong') {
    for (const wrong of [() => response.setHeader('bad name', 1), () => response.setHeader('a', undefined), () => response.setHeader('a', 'x\ny'), () => response.writeHead(5), () => response.write(5)]) {
      try { wrong(); } catch (error) { console.log(error.code, error.message); }
    }
    response.end('fine');
    try { response.setHeader('late', 1); } catch (error) { console.log(error.code); }
    return;
  }
  response.statusCode = 404;
  response.end(`nothing at ${url}`);
});
function ask(options, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ port: server.address().port, host: '127.0.0.1', ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => { text += part; });
      response.on('end', () => resolve([response.statusCode, response.statusMessage, text, response.headers['x-own'], response.headers['set-cookie'], response.headers['transfer-encoding'], response.headers['content-length'], response.complete]));
    });
    request.on('error', reject);
    request.end(body);
  });
}
server.on('listening', () => console.log('listening', server.listening, server.address().address, server.address().family, server.address().port > 0));
server.listen(0, '127.0.0.1', async () => {
  console.log(await ask({ path: '/echo', method: 'POST', headers: { 'Content-Type': 'text/x', 'X-List': ['a', 'b'] } }, 'bødy'));
  console.log(await ask({ path: '/parts' }));
  console.log(await ask({ path: '/empty' }));
  console.log(await ask({ path: '/none', method: 'HEAD' }));
  console.log(await ask({ path: '/none?q=1' }));
  console.log(await ask({ path: '/wrong' }));
  const address = `http://127.0.0.1:${server.address().port}/get`;
  http.get(address, async (response) => {
    const parts = [];
    for await (const part of response) parts.push(part);
    console.log(Buffer.concat(parts).toString(), Buffer.isBuffer(parts[0]));
    const other = http.createServer().on('error', (error) => {
      console.log(error.code, error.syscall);
      server.close(() => console.log('closed', server.listening, server.address()));
    });
    other.listen(server.address().port, '127.0.0.1');
  });
});
for (const wrong of [() => http.request('ftp://x'), () => http.request({ path: '/a b' }), () => http.request({ method: 'A B' }), () => http.createServer().listen(99999)]) {
  try { wrong(); } catch (error) { console.log(error.code, error.message.slice(0, 60)); }
}
console.log(http.STATUS_CODES[418], http.METHODS.includes('GET'));
