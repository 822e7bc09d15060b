import { CONFIDENCE_RANK, leastSure } from '@mingshi/model';
import type { Comparison, Confidence, Related } from '@mingshi/model';
import { isKindOf } from '@mingshi/knowledge';
import type { Text } from '@mingshi/knowledge';
import { callPlaces, callsBy, takingUses } from '../calls.ts';
import type { TakingUse } from '../calls.ts';
import { inPolicy } from '../data-words.ts';
import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { dataDisclosure, disclosureOf } from '../disclosure.ts';
import { isTold } from '../elements.ts';
import { midSentence } from '../mid-sentence.ts';
import { isForInternet, sensitiveUses } from '../permissions.ts';

/** `deed`: what is done, where nothing is collected by it. */
type Facts = { readonly data: Text; readonly deed?: Text; readonly call: string; readonly more: number };

/** Done by a call, and collected from nobody. */
const DEEDS: Readonly<Record<string, Text>> = {
  'sms-send-action': { zh: '发送短信', en: 'send text messages' },
  'phone-call-action': { zh: '拨打电话', en: 'make phone calls' },
};

const collected: Wording<Facts> = {
  part: 'collection',
  zh: (f) => `当您使用【功能】时，我们会${f.deed?.zh ?? `收集${inPolicy(f.data).zh}`}，用于【目的】。`,
  en: (f) => `When you use 【feature】, we ${f.deed?.en ?? `collect ${inPolicy(f.data).en}`} in order to 【purpose】.`,
};

export default defineRule<{ silent: Facts; denied: Facts }>({
  id: 'undisclosed-data',
  severity: 'error',
  title: { zh: '代码取得的信息没有告知', en: 'Data taken by code and not disclosed' },
  needs: ['code', 'policy'],
  articles: [
    'csl#41.1', 'csl#22.3', 'csl#64.1', 'pipl#7', 'pipl#17.1(2)', 'pipl#66.1', 'ndsr#21.1(2)', 'app-violations-2019#2.1',
    'app-violations-2019#3.3',
  ],
  cases: ['chongqing-2020-live-streaming', 'cac-2022-ride-hailing', 'beijing-2020-cleaner'],
  messages: {
    silent: {
      zh: (f) => `代码调用 ${f.call} 取得${f.data.zh}${f.more > 0 ? `（另有 ${f.more} 处）` : ''}，政策没有告知`,
      en: (f) =>
        `Code takes ${midSentence(f.data.en)} by ${f.call}${f.more > 0 ? ` (and in ${f.more} more places)` : ''}; ` +
        'the policy does not disclose it',
    },
    denied: {
      zh: (f) => `代码调用 ${f.call} 取得${f.data.zh}${f.more > 0 ? `（另有 ${f.more} 处）` : ''}，政策却说不收集`,
      en: (f) =>
        `Code takes ${midSentence(f.data.en)} by ${f.call}${f.more > 0 ? ` (and in ${f.more} more places)` : ''}; ` +
        'the policy says it is not collected',
    },
  },
  suggestions: {
    tell: toAdd(collected, {
      zh: '用不到时删去这一调用；只在本机使用、不上传的，也写明「仅在您的设备上处理」。',
      en: 'If nothing needs it, remove the call; if the data never leave the device, say so.',
    }),
    rewrite: {
      zh: (f) => `查清实际情况：不需要的，删去这一调用；确实收集的，改掉政策里否认的那一句，再${toAdd(collected).zh(f)}`,
      en: (f) =>
        'Find out which is true: remove the call if nothing needs it; if the data are collected, take the denial out of the ' +
        `policy and add: "${collected.en(f)}"`,
    },
  },
  paragraphs: { tell: collected },
  *check(comparison) {
    const asked = toldByPermission(comparison);
    for (const uses of byType(takingUses(comparison).filter((each) => !asked.has(each)))) {
      const [first] = uses;
      if (!first || first.type.category || first.type.generic) continue;
      // Faces and fingerprints need separate consent; a policy without has its finding already (biometric-without-consent).
      const isBiometric = isKindOf(comparison.knowledge, first.type.id, 'biometric-info');
      if (isBiometric && leastSure(first.use.confidence, first.api.certainty) !== 'low' && !hasConsentWords(comparison.policy)) continue;
      const { telling, denying } = dataDisclosure(comparison, first.api.dataTypes);
      if (telling.length > 0) continue;
      const deed = DEEDS[first.type.id];
      const denials = denying.slice(0, 2).map(({ at }): Related => ({ at, note: 'denial' }));
      yield {
        message: denials.length > 0 ? 'denied' : 'silent',
        about: first.type.id,
        at: first.use.at,
        related: [...denials, ...callPlaces(uses.slice(1))],
        confidence: confidenceOf(first, comparison),
        data: { data: first.type.name, ...(deed && { deed }), call: first.use.name, more: uses.length - 1 },
        suggestion: denials.length > 0 ? 'rewrite' : 'tell',
      };
    }
  },
});

/**
 * Calls behind a permission: where the policy is silent on it, its own finding shows them; where the policy tells of it, they
 * are told with it. But who reads of the phone permission does not learn of the IMEI.
 */
function toldByPermission(comparison: Comparison): ReadonlySet<TakingUse> {
  return new Set(
    sensitiveUses(comparison).flatMap((sensitive) => {
      const isSilent = disclosureOf(comparison, sensitive.permission).telling.length === 0;
      const calls = callsBy(comparison, sensitive);
      return isSilent ? calls : calls.filter(({ type }) => !isKindOf(comparison.knowledge, type.id, 'device-identifier'));
    }),
  );
}

/** The calls by what they take, the surest of each first. */
function byType(calls: readonly TakingUse[]): readonly (readonly TakingUse[])[] {
  const types = new Map<string, TakingUse[]>();
  for (const each of calls) {
    const same = types.get(each.type.id);
    if (same) same.push(each);
    else types.set(each.type.id, [each]);
  }
  return [...types.values()].map((uses) => uses.toSorted((a, b) => CONFIDENCE_RANK[b.use.confidence] - CONFIDENCE_RANK[a.use.confidence]));
}

function hasConsentWords(policy: Comparison['policy']): boolean {
  return isTold(policy, 'biometric-consent') || isTold(policy, 'sensitive-pi-separate-consent');
}

/** That the data leave the device is not seen; an app without the network cannot send them. */
function confidenceOf({ app, use, api }: TakingUse, { policy }: Comparison): Confidence {
  const isOnline = app.permissions.some(isForInternet) || app.frameworks.length > 0;
  return leastSure(use.confidence, api.certainty, isOnline ? 'high' : 'low', isTold(policy, 'local-only') ? 'medium' : 'high');
}
