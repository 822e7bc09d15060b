// What stands under `with:`, checked; every mistake is told in one line.
import { Mistake } from './runner.mjs';

const LEVELS = ['error', 'warning', 'info', 'never'];
const FORMATS = ['github', 'markdown', 'sarif', 'text'];

/** The inputs of the action. */
export function readInputs(env) {
  const inputs = {
    path: one(env, 'PATH') || '.',
    config: one(env, 'CONFIG'),
    policy: lines(env.MINGSHI_POLICY),
    since: one(env, 'SINCE'),
    failOn: known('fail_on', one(env, 'FAIL_ON') || 'error', LEVELS),
    formats: words(env.MINGSHI_FORMAT).map((name) => known('format', name, FORMATS)),
    comment: known('comment', (one(env, 'COMMENT') || 'false').toLowerCase(), ['true', 'false']) === 'true',
    language: languageOf(env),
  };
  if (inputs.since.startsWith('-')) throw new Mistake(`input since: ${inputs.since} is no commit`);
  return inputs;
}

/** The language asked for, else that of the runner's locale. */
export function languageOf(env) {
  const wanted = one(env, 'LANG');
  if (wanted !== '') return known('lang', wanted, ['zh', 'en']);
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en';
}

function one(env, name) {
  const value = (env[`MINGSHI_${name}`] ?? '').trim();
  if (/\p{Cc}/u.test(value)) throw new Mistake(`input ${name.toLowerCase()} must be one line`);
  return value;
}

function known(name, value, values) {
  if (!values.includes(value)) throw new Mistake(`input ${name}: ${value} is none of ${values.join(', ')}`);
  return value;
}

const lines = (text = '') =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const words = (text = '') => text.split(/[\s,]+/).filter((word) => word !== '');
