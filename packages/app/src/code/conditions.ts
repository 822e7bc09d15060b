/** What a condition on the way to a call says about the user's agreement. */
type ConsentTest = 'tested' | 'unclear' | 'unrelated';

const CONSENT = /agree|consent|privacy|protocol|accept|policy|terms|permit(?!ted_?network)|同意|隐私|协议/i;
/** Tests that have nothing to do with the user's will: processes, versions, builds, nulls, what was done already. */
const UNRELATED = new RegExp(
  [
    String.raw`process|main_?thread|\bpid\b|BuildConfig|DEBUG|SDK_INT|VERSION|Build\.|Platform\.OS|__DEV__|kDebugMode|kReleaseMode|kIsWeb|isAndroid|isIOS`,
    String.raw`null|undefined|is(?:Not)?(?:Null)?(?:Or)?(?:Empty|Blank)|length|size`,
    // Which maker's push service a device has.
    String.raw`\bis_?(?:miui|emui|harmony\w*|hw|huawei|honor|xiao_?mi|redmi|oppo|vivo|meizu|flyme|one_?plus|samsung)\b|\brom|brand|manufacturer`,
    String.raw`should_?init|init(?:ed|ialized|ialised)?\b|started|loaded|installed|created|singleton|instance|flavou?r|channel|emulator|\bnetwork`,
  ].join('|'),
  'i',
);

/** Judges a condition as written; `!agreed` before a call says that the user has not agreed. */
export function consentTest(condition: string): ConsentTest {
  const text = condition.trim();
  const literal = /^(?:true|!\(?false\)?|1)$/.test(text);
  if (literal || text === '') return 'unrelated';
  if (CONSENT.test(text)) return consentNamed(text);
  return UNRELATED.test(text) ? 'unrelated' : 'unclear';
}

/** Names of a test that holds while the user has yet to agree: `needsConsent`, `shouldAskPrivacy`, `disagreed`. */
const YET = /need|should|must|first|pending|un_?(?:agreed|accepted)|dis_?agree|refus|reject|no_?(?:agree|consent)|not_?(?:yet_?)?(?:agree|accept|consent)/i;
/** Whether what is shown has been or is yet to be, `isShowPrivacy` does not say. */
const SHOWS = /show(?!n|ed)|display(?!ed)/i;

function consentNamed(text: string): ConsentTest {
  const negated = isNegated(text);
  if (YET.test(text)) return negated ? 'tested' : 'unclear';
  if (negated) return SHOWS.test(text) ? 'unclear' : 'unrelated';
  return 'tested';
}

/** An odd number of `!`, or a comparison with false, before a lone name; what joins several is left alone. */
function isNegated(text: string): boolean {
  let rest = text.replaceAll(/\s/g, '');
  let negated = false;
  for (let depth = 0; depth < 8; depth++) {
    if (rest.startsWith('!')) {
      negated = !negated;
      rest = rest.slice(1);
    } else if (rest.startsWith('(') && closes(rest)) rest = rest.slice(1, -1);
    else break;
  }
  if (/&&|\|\|/.test(rest)) return false;
  if (/(?:===?|!==?)(?:false|0)$/.test(rest)) negated = negated !== /[^!]==/.test(rest);
  return negated;
}

/** Whether the bracket that opens the text closes at its very end. */
function closes(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth += 1;
    else if (text[i] === ')') depth -= 1;
    if (depth === 0) return i === text.length - 1;
  }
  return false;
}

/** What being handed to these methods means for a lambda: it runs anyhow, on the user's doing, or nobody can see. */
export function callbackTest(name: string): 'runs' | 'later' | 'unclear' {
  if (/agree|consent|privacy|accept|click|touch|press|tap|dialog|positive|confirm|button|menu|select|onChange|granted|permission/i.test(name)) return 'later';
  if (RUNS.test(name)) return 'runs';
  return 'unclear';
}

const RUNS =
  /^(?:let|also|apply|run|with|use|runCatching|synchronized|lazy|thread|Thread|Runnable|post|postDelayed|postAtTime|execute|submit|launch|async|launchIn|withContext|runBlocking|start|schedule|forEach|map|then|finally|catch|setTimeout|setImmediate|nextTick|useEffect|onCreate|onLaunch|runApp|runZonedGuarded|whenComplete|addIdleHandler|Timer|delayed|microtask|runAfterInteractions|registerRunnable|subscribe|subscribeOn)$/;
