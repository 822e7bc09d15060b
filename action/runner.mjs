// What a step says to the runner: log lines, commands, outputs, the step summary.
import { randomUUID } from 'node:crypto';
import { appendFileSync, statSync } from 'node:fs';

/** A mistake of the workflow's author: told in one line, without a stack. */
export class Mistake extends Error {}

/** Runs a step; a mistake becomes one annotation and exit code 2, anything else a stack. */
export async function step(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    process.stdout.write(command('error', { title: 'mingshi' }, error.message));
    process.exitCode = 2;
  }
}

/** A workflow command that cannot be made to say another one. */
export function command(name, properties, message) {
  const written = Object.entries(properties).map(([key, value]) => ` ${key}=${escapeProperty(String(value))}`);
  return `::${name}${written.join(',')}::${escapeData(message)}\n`;
}

/** A line of the log. */
export function log(text) {
  process.stdout.write(`mingshi: ${harmless(text)}\n`);
}

/** Words of checked files in the log, folded away; the runner takes no commands from them. */
export function logGroup(title, text) {
  const token = randomUUID();
  process.stdout.write(`::group::${harmless(title)}\n::stop-commands::${token}\n${text}\n::${token}::\n::endgroup::\n`);
}

/** Sets an output; the delimiter cannot be guessed, so no value ends early and sets another one. */
export function setOutput(name, value) {
  const file = process.env.GITHUB_OUTPUT;
  if (!file) return;
  const delimiter = `mingshi_${randomUUID()}`;
  appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** GitHub drops a summary over 1,024 KiB altogether. */
const LARGEST_SUMMARY = 1_000_000;

/** Adds to the step summary; `cut` shortens the text to so many bytes. */
export function addSummary(cut) {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const there = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  appendFileSync(file, cut(Math.max(0, LARGEST_SUMMARY - there)));
}

const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
/** One line without the older form of commands, which the runner finds anywhere in a line. */
const harmless = (text) => text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll('##[', '## [');
