// Checks one damaged project after the other until it is killed, and tells the parent of each.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, formats } from '../../packages/mingshi/dist/index.js';
import { mutate } from './mutate.mjs';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const projects = readdirSync(examples).map((name) => load(join(examples, name)));
const folder = process.argv[2];
let seed = Number(process.argv[3]);
const loud = process.argv[4] === '1';

function load(project) {
  const entries = readdirSync(project, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [relative(project, path), readFileSync(path)]));
}

/** A report is sound when it can be written in every format and its counts and places hold. */
async function soundnessOf(report) {
  const look = { language: 'zh', width: 100, colour: false, drawing: false, prefix: '' };
  for (const open of Object.values(formats)) if (!(await open())(report, look).trim() && report.findings.length > 0) return 'a format says nothing';
  if (report.summary.findings !== undefined && report.summary.findings !== report.findings.length) return 'the summary miscounts';
  for (const finding of report.findings) {
    for (const place of [finding.at, ...finding.related]) {
      if (!(place.start.line >= 1 && place.start.column >= 1 && place.end.offset >= place.start.offset)) return `a place is off: ${JSON.stringify(place)}`;
    }
    if (finding.citations.length === 0) return `${finding.rule} cites nothing`;
  }
  return undefined;
}

async function one() {
  const directory = mkdtempSync(join(folder, 'project-'));
  try {
    for (const [path, body] of Object.entries(mutate(projects[seed % projects.length], seed))) {
      mkdirSync(join(directory, dirname(path)), { recursive: true });
      writeFileSync(join(directory, path), body);
    }
    return await soundnessOf(await check({ directory, today: '2026-11-22' }));
  } catch (error) {
    // Refused with a reason is as good as read.
    if (error?.name === 'UserError') return error.message.trim() ? undefined : 'refused without a reason';
    return loud ? error.stack : String(error.stack).split('\n').slice(0, 4).join(' ');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

process.on('disconnect', () => process.exit());
for (; ; seed += 1) {
  process.send({ seed, done: false });
  const failure = await one();
  process.send({ seed, done: true, failure, rss: process.memoryUsage().rss / 1e6 });
  if (loud) process.exit(0);
}
