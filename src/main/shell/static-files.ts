import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { host, scheme } from './origin.ts';

/**
 * The page's files by URL path (`/assets/index.js`), read once at start. A request is looked up and never turned into
 * a path, so that nothing outside can be named.
 */
export type StaticFiles = ReadonlyMap<string, string>;

export const listStaticFiles = async (folder: string): Promise<StaticFiles> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      // Links are not files here: a link could point anywhere.
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  );
};

/**
 * Answers a request for `app://afterword/...`: 404 unless the path is listed, 405 unless it is GET, 403 for what a
 * foreign site asks. Every answer carries the content security policy, also the refusals.
 */
export const answerRequest = async (files: StaticFiles, request: Request): Promise<Response> => {
  if (request.method !== 'GET') return refusal(405);
  if (request.headers.get('Sec-Fetch-Site') === 'cross-site') return refusal(403);
  const file = files.get(pathOf(request.url) ?? '');
  if (file === undefined) return refusal(404);
  return new Response(new Uint8Array(await readFile(file)), {
    headers: { ...headers, 'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream' },
  });
};

/**
 * `style-src 'unsafe-inline'` because CodeMirror and react-aria put `<style>` elements into the page; styles can neither
 * run nor, with `connect-src` and `img-src` closed, send anything. `wasm-unsafe-eval` lets WebAssembly compile, not eval.
 */
export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self' 'wasm-unsafe-eval'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' blob: data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `object-src 'none'`,
].join('; ');

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const refusal = (status: number): Response => new Response(null, { status, headers });

const pathOf = (address: string): string | null => {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${scheme}:` || url.host !== host) return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.pathname === '/' ? '/index.html' : url.pathname;
};
