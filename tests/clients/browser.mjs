// Pages of our own in a headless Chromium: files come from this machine alone, and every other request is noted and refused.
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.json': 'application/json', '.woff': 'font/woff', '.woff2': 'font/woff2', '.svg': 'image/svg+xml',
};

export function chromiumPath() {
  return [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => p && existsSync(p));
}

// Serves `pages` (path -> html), FOLDER under /data/ and node_modules under /lib/.
async function serve(folder, pages) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const send = (bytes, type) => response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' }).end(bytes);
    const file = path.startsWith('/data/') ? join(folder, path.slice(6)) : path.startsWith('/lib/') ? join(here, 'node_modules', path.slice(5)) : null;
    if (pages[path] !== undefined) send(pages[path], types['.html']);
    else if (path === '/favicon.ico') response.writeHead(204).end();
    else if (file && existsSync(file)) send(readFileSync(file), types[extname(file)]);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

// Calls work(open), where open(path) gives { page, problems } for one of `pages`; problems collects console errors,
// uncaught errors, and requests to anywhere but this machine.
export async function withBrowser({ chromium, folder, pages, width = 1200, height = 800 }, work) {
  const server = await serve(folder, pages);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const profile = mkdtempSync(join(tmpdir(), 'demarche-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    viewport: { width, height },
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
  const open = async (path) => {
    const page = await context.newPage();
    const problems = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`uncaught: ${error}`));
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith(origin) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue();
      problems.push(`request to ${url}`);
      return route.abort();
    });
    await page.goto(origin + path);
    return { page, problems };
  };
  try {
    return await work(open);
  } finally {
    await context.close();
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true });
  }
}
