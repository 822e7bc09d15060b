import type { Knowledge, Permission } from '@mingshi/knowledge';
import { articles, possessives } from './function-words.ts';
import type { Mention } from './mentions.ts';
import { longestAt, phrasesOf } from './phrases.ts';
import type { Phrases } from './phrases.ts';
import type { Parsed } from './predicates.ts';
import { textOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Permissions that a stretch of tokens speaks of. */
export interface PermissionAt {
  readonly start: number;
  readonly end: number;
  /** Full names. */
  readonly names: readonly string[];
  /** The data that they open, '' for none. */
  readonly dataType: string;
}

/** Permissions by what policies call them. */
export interface PermissionNames {
  readonly phrases: Phrases<readonly string[]>;
  /** By constant in lower case, with and without what stands before the last dot. */
  readonly constants: ReadonlyMap<string, Permission>;
  /** Permissions that the user grants, by the data that they open. */
  readonly byData: ReadonlyMap<string, readonly string[]>;
  readonly byName: ReadonlyMap<string, Permission>;
}

/** Permissions that the system does not ask users for, and policies list by their data all the same: "Running apps: …". */
const UNASKED: ReadonlySet<string> = new Set([
  'android.permission.GET_TASKS',
  'android.permission.PACKAGE_USAGE_STATS',
  'android.permission.QUERY_ALL_PACKAGES',
  'android.permission.BIND_NOTIFICATION_LISTENER_SERVICE',
  'android.permission.BIND_ACCESSIBILITY_SERVICE',
  'com.google.android.gms.permission.AD_ID',
]);

const ENDINGS = / (?:permissions?|access|authority)$/i;

/** Builds the names from the permissions' own words. */
export function permissionNamesOf(knowledge: Knowledge): PermissionNames {
  const phrases = new Map<string, string[]>();
  const constants = new Map<string, Permission>();
  const byData = new Map<string, string[]>();
  for (const permission of knowledge.permissions) {
    const short = permission.name.slice(permission.name.lastIndexOf('.') + 1).toLowerCase();
    constants.set(permission.name.toLowerCase(), permission);
    if (!constants.has(short)) constants.set(short, permission);
    // a permission for use in the background is never meant by the data alone
    const plain = !short.includes('background') && (permission.protection === 'dangerous' || UNASKED.has(permission.name));
    // the album is read; writing to the storage is another thing
    const isWritten = short.startsWith('write_external');
    const ids = isWritten ? permission.discloses.filter((id) => id === 'storage-files') : permission.discloses;
    if (plain) for (const id of ids) add(byData, id, permission.name);
    for (const words of permission.words.en) {
      // "usage access" is a name of its own; "camera access" is access to the camera
      const bare = words.toLowerCase().replace(permission.protection === 'dangerous' ? ENDINGS : / permissions?$/i, '');
      add(phrases, bare, permission.name);
    }
  }
  return {
    phrases: phrasesOf(phrases),
    constants,
    byData,
    byName: new Map(knowledge.permissions.map((permission) => [permission.name, permission])),
  };
}

function add(map: Map<string, string[]>, key: string, name: string): void {
  const names = map.get(key);
  if (!names) map.set(key, [name]);
  else if (!names.includes(name)) names.push(name);
}

const PERMISSION = /^(?:permission|authorization|authority|privilege)$/;

const GRANTED =
  /\b(?:grant|open|following|obtain|request|these|system|relevant)(?: \w+){0,4} author(?:ity|ities|i[sz]ations?)\b/i;

/** Whether a text speaks of permissions at all. */
export function speaksOfPermissions(text: string): boolean {
  if (!/ermission|uthori/i.test(text)) return false;
  return /\bpermissions?\b|\bauthority of\b/i.test(text) || GRANTED.test(text);
}

/** The permissions that a sentence names as such; `announced` where the lead-in or the heading tells of a list of them. */
export function permissionsOf({ sentence, tokens, named: mentions }: Parsed, names: PermissionNames, announced: boolean): PermissionAt[] {
  const found: PermissionAt[] = [];
  const text = textOf(sentence, tokens);
  const listed = announced || LABELLED.test(text);
  const written = /[A-Z]_[A-Z]|permission\./.test(text);
  const near = listed || speaksOfPermissions(text);
  if (!near && !written) return found;
  const inside = near && LISTING.test(text);
  const cookies = near && COOKIES.test(text);
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] as Token;
    const constant = written && token.kind === 'word' ? constantAt(token, sentence.plain, names) : undefined;
    if (constant) {
      found.push({ start: i, end: i + 1, names: [constant.name], dataType: dataOf([constant.name], names) });
      i++;
      continue;
    }
    if (!near || token.kind === 'sign') {
      i++;
      continue;
    }
    const named = namedAt(tokens, i, mentions, names);
    if (
      named &&
      !isPlayed(tokens, named) &&
      !(cookies && named.dataType === 'storage-files') &&
      ((!isLabelOnly(tokens, named, names) && isCalledSo(tokens, named, found)) || (listed && isLabel(tokens, named)) || (inside && isEntry(tokens, named)))
    )
      found.push(named);
    i = named?.end ?? i + 1;
  }
  return found;
}

/** "[NOTIFICATION LISTENER] To show …": a permission in brackets and capitals, as the label of an item. */
const LABELLED = /^\W{0,8}\[[A-Z][A-Z ]{2,40}\]\s/;

/** "Sound & vibration": a sound that the app makes, not one that it records. */
function isPlayed(tokens: readonly Token[], { start, end }: PermissionAt): boolean {
  return end === start + 1 && tokens[start]?.text === 'sound';
}

/** The files that browsers are asked to keep. */
const COOKIES = /\bcookies?\b|\bhard (?:drive|disk)\b/i;

/** A list of permissions within the sentence: "the following permissions: camera: …; album: …". */
const LISTING = /\b(?:permissions?|authorit(?:y|ies)|authori[sz]ations?)\b[^.:]{0,300}:/i;

/** "; camera: to scan codes" */
function isEntry(tokens: readonly Token[], { start, end }: PermissionAt): boolean {
  const before = tokens[start - 1]?.text ?? '';
  const next = tokens[end]?.text ?? '';
  return /^[:;•●·-]$/.test(before) && (next === '' || /^[:;,(–—-]$/.test(next));
}

function constantAt(token: Token, text: string, names: PermissionNames): Permission | undefined {
  const permission = names.constants.get(token.text);
  if (!permission) return undefined;
  const written = text.slice(token.start, token.end);
  const isConstant = written.includes('.') || (written === written.toUpperCase() && written.includes('_'));
  return isConstant ? permission : undefined;
}

function namedAt(
  tokens: readonly Token[],
  at: number,
  mentions: readonly Mention[],
  names: PermissionNames,
): PermissionAt | undefined {
  const phrase = longestAt(names.phrases, tokens, at);
  const mention = mentions.find((one) => one.start === at);
  if (phrase && phrase.end >= (mention?.end ?? 0)) {
    return { start: at, end: phrase.end, names: phrase.value, dataType: mention?.id ?? dataOf(phrase.value, names) };
  }
  const opened = mention && names.byData.get(mention.id);
  if (mention && opened) return { start: at, end: mention.end, names: opened, dataType: mention.id };
  return (
    phrase && {
      start: at,
      end: mention?.end ?? phrase.end,
      names: phrase.value,
      dataType: mention?.id ?? dataOf(phrase.value, names),
    }
  );
}

/** The permissions that data stand for where access to them is asked for. */
export function permissionsFor(tokens: readonly Token[], mention: Mention, names: PermissionNames): readonly string[] {
  const phrase = longestAt(names.phrases, tokens, mention.start);
  return phrase && phrase.end <= mention.end ? phrase.value : (names.byData.get(mention.id) ?? []);
}

/** The data that a permission is about: what a policy must speak of before what else it opens. */
function dataOf(permissions: readonly string[], names: PermissionNames): string {
  for (const name of permissions) {
    const permission = names.byName.get(name);
    const first = permission?.discloses[0] ?? permission?.opens[0];
    if (first) return first;
  }
  return '';
}

const BETWEEN = new Set(
  [
    'and or , / access read write use usage device phone system related operation " ” ’ ) etc . state status',
    'service function data information & relevant other app',
  ].flatMap((line) => line.split(' ')),
);
const TO = new Set(
  [
    'to for of on over as such including access use read open obtain get request call record write follow',
    "following : enable turn collect and or , / device device's phone phone's mobile in us allow your like ( e g",
    ". i android system user user's",
  ].flatMap((line) => line.split(' ')),
);

/** "camera permission", "camera and microphone permissions"; "permission to use your camera". */
function isCalledSo(tokens: readonly Token[], { start, end }: PermissionAt, found: readonly PermissionAt[]): boolean {
  for (let i = end; i < tokens.length && i < end + 12; i++) {
    const { stem, text, kind } = tokens[i] as Token;
    if (PERMISSION.test(stem)) return true;
    if (
      !BETWEEN.has(text) &&
      !(kind === 'word' && i < end + 2 && tokens[i + 1]?.stem === 'permission') &&
      !isListed(tokens, i)
    )
      break;
  }
  let others = 0;
  for (let i = start - 1; i >= 0 && i > start - 16; i--) {
    const { stem, text } = tokens[i] as Token;
    // "storage permission: used to keep pictures"
    if (text === ':' && tokens[i - 1]?.text === 'permission') return false;
    if (PERMISSION.test(stem)) return true;
    if (TO.has(text) || articles.has(text) || possessives.has(text)) continue;
    // other names of the same list
    if (!found.some((one) => one.start <= i && i < one.end) && ++others > 2) return false;
  }
  return false;
}

/** A name in a list of names: camera, *microphone* and storage permissions. */
function isListed(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text;
  const next = tokens[at + 1]?.text;
  return (
    (before === ',' || before === 'and' || before === '/' || before === 'or') &&
    tokens[at]?.kind === 'word' &&
    next !== undefined
  );
}

/** Named by data that only a label, or the word itself, makes a permission. */
function isLabelOnly(tokens: readonly Token[], named: PermissionAt, names: PermissionNames): boolean {
  if (PERMISSION.test(tokens[named.end]?.stem ?? '')) return false;
  return UNASKED.has(named.names[0] ?? '') && names.byData.get(named.dataType) === named.names;
}

/** The label of an item in a list of permissions: "Phone: …", "- Storage (read and write)". */
function isLabel(tokens: readonly Token[], { start, end }: PermissionAt): boolean {
  for (let i = 0; i < start; i++) {
    const { text, kind } = tokens[i] as Token;
    if (
      kind === 'word' &&
      !/^(?:\d+|the|your|access|to|read|write|use|and|of|device|phone|a|an|allow|permission)$/.test(text)
    )
      return false;
    if (text === ':') return false;
  }
  const next = tokens[end];
  return !next || next.kind === 'sign' || start <= 3;
}
