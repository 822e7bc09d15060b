#!/usr/bin/env node
// Looks at the documentation in a real Chromium: every page from 320 px to a desk, light and dark, on paper; structure,
// contrast, keyboard, and that nothing but pages and their style is asked for. Pictures of a few are left in --output.
// usage: node test/look/docs.mjs [--output FOLDER]      CHROMIUM names the browser
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser, openBrowser } from './browser.mjs';
import { focusSeen, overflow, paleText, structure } from './questions.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({ options: { output: { type: 'string' } } });
const output = resolve(values.output ?? mkdtempSync(join(tmpdir(), 'mingshi-look-docs-')));
mkdirSync(output, { recursive: true });
const program = findBrowser();
if (!program) {
  console.error('look: no Chromium found; install one, or name it with CHROMIUM=/path/to/chromium');
  process.exit(2);
}
const site = join(output, 'site');
const made = spawnSync(process.execPath, [join(root, 'packages/mingshi/scripts/docs.mjs'), site], { stdio: 'inherit' });
if (made.status !== 0) process.exit(1);

/** Pages of which pictures are left. */
const shown = /^(?:zh|en)\/(?:index|rules|laws|guides\/\w[\w-]*|rules\/(?:undisclosed-sdk|no-retention-period))\.html$/;
const pages = readdirSync(site, { recursive: true })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.html') && path !== 'index.html')
  .toSorted();

const browser = await openBrowser(program);
const { send, on } = browser;
const mistakes = [];
let asked = 0;
let failed = 0;
const wrong = (page, what, found) => {
  const list = [found].flat();
  asked += 1;
  if (list.length > 0) failed += 1;
  for (const each of list) mistakes.push(`${page}: ${what}: ${each}`);
};
for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await send(`${domain}.enable`);
const requests = [];
let current = '';
on('Network.requestWillBeSent', ({ request }) => requests.push(request.url));
on('Log.entryAdded', ({ entry }) => wrong(current, 'the browser says', entry.text));

const ask = async (question) => {
  const { result } = await send('Runtime.evaluate', { expression: `(${question})()`, returnByValue: true });
  return result.value;
};
const size = (width) =>
  send('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: width < 500 });
const scheme = (value) => send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
const picture = async (name) => {
  const { data } = await send('Page.captureScreenshot', { captureBeyondViewport: true });
  writeFileSync(join(output, `${name}.png`), Buffer.from(data, 'base64'));
};

try {
  for (const page of pages) await look(page);
} finally {
  await browser.close();
}
for (const mistake of mistakes) console.log(mistake);
console.log(`pictures in ${output}`);
console.log(`${asked - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function look(page) {
  current = page;
  requests.length = 0;
  const name = page.replaceAll('/', '-').replace('.html', '');
  await scheme('light');
  await size(1100);
  const loaded = new Promise((done) => on('Page.loadEventFired', done));
  await send('Page.navigate', { url: pathToFileURL(join(site, page)).href });
  await loaded;
  wrong(page, 'structure', await ask(structure));
  for (const width of [1100, 360, 320]) {
    await size(width);
    wrong(page, `too wide at ${width}`, await ask(overflow));
    if (width !== 320 && shown.test(page)) await picture(`${name}.${width}`);
  }
  await size(1100);
  wrong(page, 'pale in the light', await ask(paleText));
  await scheme('dark');
  wrong(page, 'pale in the dark', await ask(paleText));
  if (shown.test(page)) await picture(`${name}.dark`);
  await scheme('light');
  await send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 });
  const { tag, seen } = await ask(focusSeen);
  wrong(page, 'focus not seen', seen ? [] : tag);
  wrong(
    page,
    'fetched',
    requests.filter((url) => !/^file:.*\.(?:html|css)$/.test(url)),
  );
  if (!shown.test(page)) return;
  const { data } = await send('Page.printToPDF', { preferCSSPageSize: true, printBackground: false });
  writeFileSync(join(output, `${name}.pdf`), Buffer.from(data, 'base64'));
}
