import { createServer } from 'node:http';

/**
 * What pages of the support center are measured against: node:http that sends the very same bytes to everybody.
 * Environment: PAGE (base64); prints its port.
 */
const page = Buffer.from(process.env['PAGE'] ?? '', 'base64');

const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length });
  response.end(page);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 }));
});
process.on('SIGTERM', () => process.exit(0));
