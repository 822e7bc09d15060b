import type { Reading } from './clauses.ts';
import { articles, possessives, set } from './function-words.ts';
import type { Mention } from './mentions.ts';
import { predicateOf } from './predicates.ts';
import type { Parsed, Predicate } from './predicates.ts';
import type { Done } from './state.ts';
import { textOf } from './tokens.ts';

/** What a device holds or senses: named beside a verb in any way, it is read or written. */
const OF_DEVICE = set(`
  calendar photo storage-files bluetooth-info camera-capture audio-recording contacts call-log wifi-info
  sms-content location precise-location installed-apps running-apps video id-document-image avatar face-data
  device-identifier mac-address audio-files running-apps app-usage-other-apps notification-content
`);

/** What is said of parts and stores of the device besides as objects of verbs of data handling. */
export function deviceStatements(parsed: Parsed, reading: Reading): Predicate[] {
  const named = parsed.mentions.filter(({ id }) => OF_DEVICE.has(id));
  if (named.length === 0) return [];
  const found: Predicate[] = [];
  const state = (mention: Mention, one: Done | undefined, action: Predicate['action'], asked: boolean, id?: string): void => {
    const actor = one && one.subject.role !== 'data' ? one.subject : undefined;
    const predicate = predicateOf(parsed, action, one?.group, actor, { negated: false, asked });
    predicate.arguments.push({ parsed, mention: id ? { ...mention, id } : mention, except: false });
    found.push(predicate);
  };
  const lost = lostIn(parsed);
  const taken = new Set(reading.predicates.flatMap((one) => one.arguments.map(({ mention }) => mention)));
  for (const mention of named) {
    if (lost && startOf(parsed, mention) >= lost.start && startOf(parsed, mention) < lost.end) {
      state(mention, undefined, 'collect', true);
      continue;
    }
    const before = reading.done.findLast(({ group }) => group.start < mention.start);
    const behind = reading.done.find(({ group }) => group.start >= mention.end);
    const isSaid = before !== undefined && !before.negated;
    const place = isSaid ? placeOf(parsed, mention, before) : undefined;
    if (place) {
      state(mention, before, 'store', false, place);
      continue;
    }
    const sending = isSaid && isSentFrom(parsed, mention, before) ? before : behind;
    if (sending && !sending.negated && isSentFrom(parsed, mention, sending)) {
      state(mention, sending, 'use', false, 'sms-send-action');
      continue;
    }
    if (isSaid && isTakenBy(parsed, mention, before)) state(mention, before, 'collect', false, 'camera-capture');
    if (taken.has(mention)) continue;
    if (isHelping(parsed, mention) || isBasis(parsed, mention)) state(mention, undefined, 'use', false);
    else if (isSaid && isNeeded(parsed, mention, before)) state(mention, before, 'collect', true);
    else if (isSaid && isChosenFrom(parsed, mention, before)) state(mention, before, 'collect', false);
    else if (isOwnPart(parsed, mention, before, behind)) state(mention, before ?? behind, 'use', false);
    else if (behind && !behind.negated && isRequired(parsed, mention, behind)) state(mention, behind, 'collect', true);
    else if (isSaid && isReached(parsed, mention, before)) state(mention, before, 'use', false);
  }
  return found;
}

const REFUSED = new RegExp(
  String.raw`\b(?:if|should|unless|when|where)\b[^.;]{0,40}?\b(?:do(?:es)? not|don['’]t|not|deny|denies|refuse|decline|reject|disable|withhold)\b[^,.;]{0,80}`,
  'i',
);
const WITHOUT = /\bwithout\b[^,.;]{0,40}\b(?:access|permission)\b[^,.;]{0,40}/i;
const ASKED = /\b(?:access|permission|allow|grant|enable|authori[sz]|den(?:y|ies)|refuse)/i;
const LOSS = new RegExp(
  String.raw`\b(?:cannot|can['’]t|can not|not be able|unable|unavailable|not (?:be )?(?:available|work|function|set|possible)` +
    String.raw`|(?:will|would) have to|please (?:enter|type|choose|add)|(?:will|may|might|would) not (?!collect|access|use|receive|store|process|obtain)|won['’]t (?!collect|access))`,
  'i',
);

/** "If you do not allow access to the microphone, you cannot …": where what is refused stands, for it is asked for. */
export function lostIn({ sentence }: Parsed): { readonly start: number; readonly end: number } | undefined {
  const text = sentence.plain;
  const refused = REFUSED.exec(text) ?? WITHOUT.exec(text);
  if (!refused || !ASKED.test(refused[0])) return undefined;
  const end = refused.index + refused[0].length;
  return LOSS.test(text.slice(end)) ? { start: refused.index, end } : undefined;
}

function startOf({ tokens }: Parsed, { start }: Mention): number {
  return tokens[start]?.start ?? 0;
}

/** What stands before the name of a part, its owner left out: "to your phone's" before "calendar". */
function leadOf({ tokens }: Parsed, { start }: Mention): { readonly word: string; readonly at: number; readonly owned: boolean } {
  let at = start - 1;
  let owned = /^your$/.test(tokens[start]?.text ?? '');
  for (; at >= 0 && at > start - 6; at--) {
    const text = tokens[at]?.text ?? '';
    if (!OWNERS.has(text.replace(/['’]s?$/, '')) && !articles.has(text) && !possessives.has(text)) break;
    owned ||= /^(?:your|their|device|phone|handset|tablet|front|rear|built-in)/.test(text);
  }
  return { word: tokens[at]?.text ?? '', at, owned };
}

const OWNERS = set(`device phone handset smartphone tablet mobile user system own front rear front-facing built-in s ' ’ internal external local default`);
const PUT = /^(?:add|save|store|write|put|export|download|sync|insert|create|place|record|keep|copy|enter|transfer|back)/;
const MADE = /^(?:create|add|write|edit|modify|insert)/;
const INTO = set('to in into on onto');
const ALBUM = /gallery|album|camera roll|photo library|photos/;

const PLACES = set('calendar contacts photo storage-files');

/** "added to your calendar", "saved to the gallery": what is written there. */
function placeOf(parsed: Parsed, mention: Mention, { group, subject }: Done): string | undefined {
  if (!PLACES.has(mention.id)) return undefined;
  const { word, owned } = leadOf(parsed, mention);
  const head = parsed.tokens[group.head]?.stem ?? '';
  const isWritten = group.verb?.lemma.startsWith('write') === true && nameOf(parsed, mention) === 'storage';
  if (isWritten && leadOf(parsed, mention).at < group.end) return 'storage-files';
  if (mention.id === 'calendar' && subject.role !== 'user' && MADE.test(head) && group.end === mention.start) return 'calendar';
  if (!INTO.has(word) || !(PUT.test(group.verb?.lemma ?? '') || PUT.test(head))) return undefined;
  const text = nameOf(parsed, mention);
  if (mention.id === 'contacts') return owned && subject.role !== 'user' ? 'contacts' : undefined;
  if (mention.id === 'calendar') return owned || text.includes('your') ? 'calendar' : undefined;
  if (parsed.mentions.some(({ id }) => id === 'cookie')) return undefined;
  if (mention.id === 'photo') return ALBUM.test(text) && subject.clause !== 'relative' ? 'storage-files' : undefined;
  return owned || STORAGE.test(text) ? 'storage-files' : undefined;
}

const STORAGE = /external|sd card|internal|device|phone|memory|shared/;

function nameOf({ sentence, tokens }: Parsed, { start, end }: Mention): string {
  return textOf(sentence, tokens.slice(start, end)).toLowerCase();
}

/** "a text message is sent from your device": the phone sends it. */
function isSentFrom({ sentence }: Parsed, { id }: Mention, { group }: Done): boolean {
  return id === 'sms-content' && group.verb?.lemma.startsWith('send') === true && FROM_PHONE.test(sentence.plain);
}

const FROM_PHONE = /\bfrom (?:your|the user's) (?:mobile )?(?:device|phone|handset|number)\b/i;

/** "take a photo of it": the camera does. */
function isTakenBy(parsed: Parsed, mention: Mention, { group, subject }: Done): boolean {
  if (!PICTURE.test(nameOf(parsed, mention))) return false;
  let at = mention.start - 1;
  while (articles.has(parsed.tokens[at]?.text ?? '') || possessives.has(parsed.tokens[at]?.text ?? '')) at--;
  if (!/^(?:take|shoot|capture|snap)$/.test(parsed.tokens[at]?.stem ?? '')) return false;
  return subject.role !== 'first-party' || group.form !== 'finite' || group.head !== at;
}

const PICTURE = /^(?:photo|picture|image|video|selfie)/;

const NEEDS = /^(?:need|require|want|request|ask for)$/;
const PARTS = set('camera-capture audio-recording bluetooth-info storage-files contacts location precise-location call-log calendar wifi-info');

/** "video calls need the camera": to be asked for. */
function isNeeded(parsed: Parsed, mention: Mention, { group, subject }: Done): boolean {
  if (!PARTS.has(mention.id) || !NEEDS.test(group.verb?.lemma ?? '') || group.passive || subject.role === 'user') return false;
  const isOther = (at: number): boolean => parsed.mentions.some(({ start, end }) => start <= at && at < end);
  return parsed.tokens.slice(group.end, mention.start).every(({ text }, i) => JOINS.has(text) || isOther(group.end + i));
}

const JOINS = set('at the your a and , or access to use of device phone which what other name');

/** "Camera access is required", "Bluetooth must be switched on". */
function isRequired({ tokens }: Parsed, mention: Mention, { group }: Done): boolean {
  if (!PARTS.has(mention.id) || !group.passive || group.form !== 'finite') return false;
  const gap = tokens.slice(mention.end, group.start);
  if (gap.length > 2 || !gap.every(({ text }) => /^(?:access|function|permission)$/.test(text))) return false;
  return /^(?:require|need|request|turn on|switch|enable|activate)/.test(group.verb?.lemma ?? tokens[group.head]?.stem ?? '');
}

const SIGNALS = set('device-identifier mac-address wifi-info bluetooth-info');

/** "Your device ID lets us count", "Wi-Fi networks around you help us". */
function isHelping({ tokens }: Parsed, { id, end }: Mention): boolean {
  if (!SIGNALS.has(id)) return false;
  const verb = tokens.findIndex(({ stem }, i) => i >= end && i < end + 4 && /^(?:let|allow|enable|help|permit)$/.test(stem));
  return verb >= 0 && tokens[verb + 1]?.text === 'us' && !/^(?:not|never)$/.test(tokens[verb - 1]?.text ?? '');
}

const LINKED = set('calendar contacts photo');
/** "Based on your location, we show shops": what something rests on is used for it. */
function isBasis(parsed: Parsed, mention: Mention): boolean {
  const { word, at, owned } = leadOf(parsed, mention);
  return word === 'on' && owned && parsed.tokens[at - 1]?.text === 'based' && !NEVER.test(parsed.sentence.plain);
}

const CHOSEN = set('contacts photo video installed-apps storage-files calendar');

/** "choose people from your address book", "connect your calendar" */
function isChosenFrom(parsed: Parsed, mention: Mention, { group }: Done): boolean {
  if (!CHOSEN.has(mention.id)) return false;
  const { word, at, owned } = leadOf(parsed, mention);
  const isOwned = owned || nameOf(parsed, mention).includes('your ');
  const verb = group.verb?.lemma ?? parsed.tokens[group.head]?.stem ?? '';
  if (isOwned && at < group.end && LINKED.has(mention.id) && /^(?:connect|link|sync)/.test(verb)) return true;
  return word === 'from' && isOwned && /^(?:choose|pick|select|import|add|attach|share)/.test(verb);
}

const IDLE = /^(?:disable|turn off|switch off|block|revoke|deny|manage|change|cover|buy|sell|repair|check|control|keep|update|withdraw)/;

/** "Scan the code with your camera", "point your camera at it": what is told of one's own camera is that it is used. */
function isOwnPart(parsed: Parsed, mention: Mention, before: Done | undefined, behind: Done | undefined): boolean {
  if (mention.id !== 'camera-capture' && mention.id !== 'audio-recording') return false;
  if (!/camera|microphone|\bmic\b/.test(nameOf(parsed, mention)) || NEVER.test(parsed.sentence.plain)) return false;
  const one = before ?? behind;
  if (!one) return false;
  const { owned } = leadOf(parsed, mention);
  return owned && !one.negated && !IDLE.test(one.group.verb?.lemma ?? parsed.tokens[one.group.head]?.stem ?? '');
}

const NEVER = /\b(?:not|never|no|without|n['’]t|off|disable|revoke|deny|withdraw|settings?)\b/i;

const RADIO = /^(?:connect|transmit|pair|communicate|sync|send|exchange|link|find|look|scan|locate|detect|open|control|search|transfer|unlock)/;
const BY = set('via over through using by with');
const LOOKING = /^(?:listen|find|view|see|look|check|detect|determine|know|scan|search|inspect|monitor|examine)/;

/** "sends its readings over Bluetooth", "whether you are connected to Wi-Fi", "views Wi-Fi connections". */
function isReached(parsed: Parsed, mention: Mention, before: Done): boolean {
  const { tokens } = parsed;
  const { word } = leadOf(parsed, mention);
  const verb = before.group.verb?.lemma ?? tokens[before.group.head]?.stem ?? '';
  if (mention.id === 'bluetooth-info') {
    const isOpened = /^(?:turn on|switch on|enable|activate)/.test(verb) && before.group.end === mention.start;
    return isOpened || (BY.has(word) && RADIO.test(verb)) || (word === 'for' && before.subject.role !== 'user' && LOOKING.test(verb));
  }
  if (mention.id === 'wifi-info' && word === 'on') return isWhether(tokens, mention.start);
  if (mention.id === 'wifi-info' && verb.startsWith('connect')) return isWhether(tokens, before.group.start);
  if (before.subject.role === 'user') return false;
  if (mention.id === 'camera-capture') return word === 'from' && leadOf(parsed, mention).owned;
  const isDirect = tokens.slice(before.group.end, mention.start).every(({ text }) => JOINS.has(text));
  return LOOKING.test(verb) && (isDirect || word === 'for');
}

function isWhether(tokens: Parsed['tokens'], at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ text }) => text === 'whether' || text === 'if');
}
