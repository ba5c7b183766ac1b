/**
 * A stand-in for the service, for work on the pages: the same paths and shapes, a few records in memory.
 *
 *     node test/mock/server.mjs [port] [folder of the built pages]
 *
 * It prints the address it listens on. It is never part of the built console.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { attachLive } from './live.mjs';
import { answer } from './routes.mjs';

const pages = resolve(process.argv[3] ?? join(fileURLToPath(import.meta.url), '../../../dist'));
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** The same policy as the service's, so that a page which breaks it breaks here. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

function servePage(path, response) {
  const wanted = join(pages, path);
  const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(pages, 'index.html');
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': POLICY,
  });
  createReadStream(file).pipe(response);
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : JSON.parse(text);
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://mock');
  if (!url.pathname.startsWith('/api/')) return servePage(url.pathname, response);
  const result = answer({
    method: request.method,
    path: url.pathname.replace('/api/v1', ''),
    query: url.searchParams,
    headers: request.headers,
    body: await bodyOf(request),
  });
  const headers = {
    'Content-Type': result.status < 400 ? 'application/json' : 'application/problem+json',
    ...result.headers,
  };
  response.writeHead(result.status, headers);
  response.end(result.body === undefined ? '' : JSON.stringify(result.body));
});

attachLive(new WebSocketServer({ server, path: '/live' }));
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
