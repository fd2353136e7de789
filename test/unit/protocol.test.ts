import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOpenableLink } from '#main/shell/openable-link.ts';
import { answerRequest, contentSecurityPolicy, listStaticFiles, type StaticFiles } from '#main/shell/static-files.ts';
import { dangerousSwitch } from '#main/shell/switches.ts';

let folder: string;
let files: StaticFiles;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-page-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'page', 'assets', 'main.js'), 'export {};');
  await writeFile(join(folder, 'page', 'assets', 'a.wasm'), new Uint8Array([0, 97, 115, 109]));
  await symlink(join(folder, 'secret.txt'), join(folder, 'page', 'link.html'));
  files = await listStaticFiles(join(folder, 'page'));
});

afterEach(() => rm(folder, { recursive: true }));

const get = (url: string, init?: RequestInit) => answerRequest(files, new Request(url, init));

describe('the page protocol', () => {
  it.each([
    ['app://afterword/index.html', 'text/html; charset=utf-8'],
    ['app://afterword/', 'text/html; charset=utf-8'],
    ['app://afterword/index.html?x=1#/letter/1', 'text/html; charset=utf-8'],
    ['app://afterword/assets/main.js', 'text/javascript; charset=utf-8'],
    ['app://afterword/assets/a.wasm', 'application/wasm'],
  ])('answers %s as %s', async (url, type) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
  });

  it.each([
    'app://afterword/../secret.txt',
    'app://afterword/assets/../../secret.txt',
    'app://afterword/%2e%2e/secret.txt',
    'app://afterword/..%2fsecret.txt',
    'app://afterword/%2e%2e%2fsecret.txt',
    'app://afterword/..%5csecret.txt',
    'app://afterword/..\\secret.txt',
    'app://afterword//etc/passwd',
    'app://afterword/etc/passwd',
    'app://afterword/file:///etc/passwd',
    'app://afterword/link.html',
    'app://afterword/assets',
    'app://afterword/assets/',
    'app://afterword/INDEX.HTML',
    'app://afterword/index.html%00',
    'app://afterword/%69ndex.html',
    'app://other/index.html',
    'app://afterword.evil/index.html',
    'app://afterword:80/index.html',
    'other://afterword/index.html',
    'https://afterword/index.html',
  ])('does not know %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('does not take %s', async (method) => {
    expect((await get('app://afterword/index.html', { method })).status).toBe(405);
  });

  it('refuses what a foreign site asks for', async () => {
    const request = (site: string) => get('app://afterword/index.html', { headers: { 'Sec-Fetch-Site': site } });
    expect((await request('cross-site')).status).toBe(403);
    expect((await request('same-origin')).status).toBe(200);
  });

  it('has a policy that runs no inline script and evaluates nothing', () => {
    const script = contentSecurityPolicy.split('; ').find((part) => part.startsWith('script-src'));
    expect(script).toBe(`script-src 'self' 'wasm-unsafe-eval'`);
    expect(contentSecurityPolicy).toContain(`default-src 'none'`);
    expect(contentSecurityPolicy).toContain(`connect-src 'self'`);
  });
});

describe('a link', () => {
  it.each([
    'https://example.org',
    'https://example.org/a?b=c#d',
    'https://xn--bcher-kva.example/',
    'https://192.0.2.1:8443/x',
  ])('may be opened: %s', (link) => {
    expect(isOpenableLink(link)).toBe(true);
  });

  it.each([
    'http://example.org',
    'HTTPS:example.org',
    'https:example.org',
    'https:/example.org',
    'https:///example.org',
    'https://',
    'file:///etc/passwd',
    'smb://host/share',
    'ms-settings:',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@example.org',
    ' https://example.org',
    'https://example.org ',
    'https://exa mple.org',
    'https://user@example.org',
    'https://user:secret@example.org',
    'https://bank.example@evil.example',
    'https://example.org\\@evil.example',
    'https://example.org/\u0000',
    'https://example.org/\u2028',
    'https://example.org/\n',
    'https://example.org/\u00a0',
    `https://example.org/${'a'.repeat(2_048)}`,
    '',
  ])('is not opened: %j', (link) => {
    expect(isOpenableLink(link)).toBe(false);
  });
});

describe('a dangerous switch', () => {
  it.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--remote-debugging-pipe', 'remote-debugging-pipe'],
    ['--inspect', 'inspect'],
    ['--inspect-brk=0', 'inspect-brk'],
    ['--js-flags=--expose-gc', 'js-flags'],
    ['--load-extension=/x', 'load-extension'],
    ['--no-sandbox', 'no-sandbox'],
    ['--NO-SANDBOX', 'no-sandbox'],
    ['-no-sandbox', 'no-sandbox'],
    ['--disable-web-security', 'disable-web-security'],
  ])('is found in %s', (argument, name) => {
    expect(dangerousSwitch(['app', '--lang=en', argument])).toBe(name);
  });

  it('is not seen in what only resembles one', () => {
    expect(dangerousSwitch(['--lang=no-sandbox', '--inspector', 'no-sandbox', '--screenshot=--inspect'])).toBeNull();
  });
});
