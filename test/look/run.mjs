#!/usr/bin/env node
// Looks at the HTML report in a real Chromium: layout from 320 px to paper, light and dark, keyboard, structure, contrast,
// that nothing is fetched and nothing of the checked project acts. Pictures are left for people in --output.
// usage: node test/look/run.mjs [--output FOLDER] [DIR …]      CHROMIUM names the browser
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser, openBrowser } from './browser.mjs';
import { hostileProject } from './hostile.mjs';
import { focusSeen, folded, languages, overflow, paleText, structure } from './questions.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values, positionals } = parseArgs({ options: { output: { type: 'string' } }, allowPositionals: true });
const output = resolve(values.output ?? mkdtempSync(join(tmpdir(), 'mingshi-look-')));
mkdirSync(output, { recursive: true });
const program = findBrowser();
if (!program) {
  console.error('look: no Chromium found; install one, or name it with CHROMIUM=/path/to/chromium');
  process.exit(2);
}
spawnSync(process.execPath, [join(root, 'packages/mingshi/scripts/build.mjs')], { stdio: 'inherit' });

const folders =
  positionals.length > 0
    ? positionals
    : ['live-streaming', 'hospital', 'compliant', 'sales-office'].map((name) => join(root, 'examples', name));
const browser = await openBrowser(program);
const { send, on } = browser;
let asked = 0;
const mistakes = [];
let page = '';
let failed = 0;
/** One question to the page, and what is wrong with the answer. */
const wrong = (what, found) => {
  asked += 1;
  const list = [found].flat();
  if (list.length > 0) failed += 1;
  for (const each of list) mistakes.push(`${page}: ${what}: ${each}`);
};

for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await send(`${domain}.enable`);
const requests = [];
on('Network.requestWillBeSent', ({ request }) => requests.push(request.url));
on('Log.entryAdded', ({ entry }) => wrong('the browser says', entry.text));
on('Runtime.exceptionThrown', ({ exceptionDetails }) => wrong('a script failed', exceptionDetails.text));
on('Page.javascriptDialogOpening', ({ message }) => wrong('a dialog opened', message));

const ask = async (question) => {
  const { result } = await send('Runtime.evaluate', { expression: `(${question})()`, returnByValue: true });
  return result.value;
};
const press = async (key, code) => {
  for (const type of ['keyDown', 'keyUp'])
    await send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: code });
};
const size = (width, height = 900) =>
  send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 500 });
const scheme = (value) => send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
const picture = async (name) => {
  const { data } = await send('Page.captureScreenshot', { captureBeyondViewport: true });
  writeFileSync(join(output, `${name}.png`), Buffer.from(data, 'base64'));
};

try {
  for (const folder of [...folders, hostileProject(join(output, 'hostile'))])
    for (const language of ['zh', 'en']) await look(folder, language);
} finally {
  await browser.close();
}
for (const mistake of mistakes) console.log(mistake);
console.log(`pictures and PDFs in ${output}`);
console.log(`${asked - failed} passed, ${failed} failed`);
process.exitCode = mistakes.length > 0 ? 1 : 0;

function isIn(seen, one, other) {
  return seen[one] && !seen[other] && seen.lang.startsWith(one);
}

async function look(folder, language) {
  const name = `${basename(folder)}.${language}`;
  page = name;
  const file = join(output, `${name}.html`);
  const cli = join(root, 'packages/mingshi/dist/cli.js');
  const { stderr, status } = spawnSync(
    process.execPath,
    [cli, 'check', folder, '--format', 'html', '--output', file, '--lang', language, '--fail-on', 'never'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  requests.length = 0;
  await scheme('light');
  await size(1100);
  const loaded = new Promise((done) => on('Page.loadEventFired', done));
  await send('Page.navigate', { url: pathToFileURL(file).href });
  await loaded;

  wrong('structure', await ask(structure));
  const other = language === 'zh' ? 'en' : 'zh';
  const before = await ask(languages);
  wrong('not in the chosen language', isIn(before, language, other) ? [] : JSON.stringify(before));
  for (const width of [1100, 768, 360, 320]) {
    await size(width);
    wrong(`too wide at ${width}`, await ask(overflow));
    if (width !== 768) await picture(`${name}.${width}`);
  }
  wrong('pale in the light', await ask(paleText));
  await scheme('dark');
  wrong('pale in the dark', await ask(paleText));
  await size(1100);
  await picture(`${name}.dark`);
  await scheme('light');

  // The skip link, then the switch; an arrow changes the language.
  for (let step = 0; step < 2; step += 1) {
    await press('Tab', 9);
    const { tag, seen } = await ask(focusSeen);
    wrong('focus not seen', seen ? [] : tag);
  }
  await press('ArrowRight', 39);
  const after = await ask(languages);
  wrong('the switch does not switch', isIn(after, other, language) ? [] : JSON.stringify(after));
  await press('ArrowLeft', 37);

  const { data } = await send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: false,
    paperWidth: 8.27,
    paperHeight: 11.69,
  });
  writeFileSync(join(output, `${name}.pdf`), Buffer.from(data, 'base64'));
  await ask('() => dispatchEvent(new Event("beforeprint"))');
  wrong('print', (await ask(folded)) > 0 ? 'something stays folded' : []);
  wrong(
    'fetched',
    requests.filter((url) => !url.startsWith('file:') || !url.endsWith('.html')),
  );
  wrong('hostile text', (await ask('() => globalThis.acted === true')) ? 'it acted' : []);
}
