/** What a verb form can be. */
export interface VerbForms {
  base: boolean;
  third: boolean;
  ing: boolean;
  past: boolean;
  participle: boolean;
}

/** past, participle and, where it doubles otherwise than the rule says, -ing. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  give: ['gave', 'given'],
  send: ['sent', 'sent'],
  keep: ['kept', 'kept'],
  hold: ['held', 'held'],
  get: ['got', 'gotten'],
  sell: ['sold', 'sold'],
  read: ['read', 'read'],
  make: ['made', 'made'],
  take: ['took', 'taken'],
  have: ['had', 'had'],
  do: ['did', 'done'],
  go: ['went', 'gone'],
  come: ['came', 'come'],
  write: ['wrote', 'written'],
  know: ['knew', 'known'],
  see: ['saw', 'seen'],
  find: ['found', 'found'],
  tell: ['told', 'told'],
  let: ['let', 'let'],
  set: ['set', 'set'],
  put: ['put', 'put'],
  say: ['said', 'said'],
  show: ['showed', 'shown'],
  think: ['thought', 'thought'],
  build: ['built', 'built'],
  buy: ['bought', 'bought'],
  leave: ['left', 'left'],
  lose: ['lost', 'lost'],
  meet: ['met', 'met'],
  pay: ['paid', 'paid'],
  run: ['ran', 'run'],
  understand: ['understood', 'understood'],
  choose: ['chose', 'chosen'],
  begin: ['began', 'begun'],
  become: ['became', 'become'],
  bring: ['brought', 'brought'],
  withdraw: ['withdrew', 'withdrawn'],
  learn: ['learned', 'learnt'],
  win: ['won', 'won'],
  lend: ['lent', 'lent'],
  mean: ['meant', 'meant'],
  seek: ['sought', 'sought'],
  cut: ['cut', 'cut'],
  forget: ['forgot', 'forgotten'],
  lead: ['led', 'led'],
  feel: ['felt', 'felt'],
  wear: ['wore', 'worn'],
  speak: ['spoke', 'spoken'],
};
/** Verbs of more than one syllable that double their last letter all the same. */
const DOUBLED = /^(?:.*(?:mit|fer|trol|pel|cel)|[^aeiou]*[aeiou][bdgklmnprt]|opt|quit)$/;
const SINGLE = /^(?:offer|enter|differ|suffer|opt|limit|cancel)$/;

/** All forms of a verb, each with what it can be; several meanings of one form are joined. */
export function inflect(base: string): Map<string, VerbForms> {
  const all = new Map<string, VerbForms>();
  const add = (form: string, kind: keyof VerbForms): void => {
    let forms = all.get(form);
    if (!forms) all.set(form, (forms = { base: false, third: false, ing: false, past: false, participle: false }));
    forms[kind] = true;
  };
  add(base, 'base');
  add(thirdOf(base), 'third');
  add(ingOf(base), 'ing');
  const [past, participle] = IRREGULAR[base] ?? [pastOf(base), pastOf(base)];
  add(past, 'past');
  add(participle, 'participle');
  if (base === 'get') add('got', 'participle');
  return all;
}

function thirdOf(base: string): string {
  if (base === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function ingOf(base: string): string {
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  return `${doubled(base)}ing`;
}

function pastOf(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${doubled(base)}ed`;
}

function doubled(base: string): string {
  return DOUBLED.test(base) && !SINGLE.test(base) ? base + base.slice(-1) : base;
}
