import { isKindOf } from '@mingshi/knowledge';
import type { Text } from '@mingshi/knowledge';
import { mentionsOf, tellingOf } from '@mingshi/model';
import type { Comparison, Related } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { TOLD_BY } from '../disclosure.ts';
import { listed } from '../sdk-words.ts';
import { embeddedSdks, namesOfData, namingOf, type Embedded } from '../sdks.ts';

type Facts = { readonly name: Text; readonly kinds: readonly Text[]; readonly count: number };

/** More kinds than these are counted. */
const MOST_KINDS = 4;

export default defineRule<{ vendor: Facts; others: Facts }>({
  id: 'sdk-data-undisclosed',
  severity: 'info',
  title: { zh: 'SDK 取得的信息没有写全', en: 'Data that an SDK takes are not disclosed' },
  needs: ['app', 'policy'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#17.1(2)', 'ndsr#21.2', 'app-violations-2019#2.1', 'tc260-20202a#2.1', 'miit-292#1'],
  cases: ['cac-2025-15-apps-16-sdks', 'cverc-2025-16-apps'],
  messages: {
    vendor: {
      zh: (f) => `${f.name.zh}的厂商说明列有${kinds.zh(f)}，政策没有提到`,
      en: (f) => `The vendor's documents of ${f.name.en} list ${kinds.en(f)}; the policy does not mention them`,
    },
    others: {
      zh: (f) => `据公开资料，${f.name.zh}可能收集${kinds.zh(f)}，政策没有提到`,
      en: (f) => `By public sources ${f.name.en} may take ${kinds.en(f)}; the policy does not mention them`,
    },
  },
  suggestions: {
    check: {
      zh: (f) => `按接入的版本核对：确实收集的，在${f.name.zh}一条里补上；可以关掉的，关掉。`,
      en: (f) => `Check the version you use: add to the entry of ${f.name.en} what it does take, and switch off what can be.`,
    },
  },
  *check(comparison) {
    for (const embedded of embeddedSdks(comparison)) {
      const { sdk, use } = embedded;
      if (sdk.takesCertainty === 'low') continue;
      const mentions = mentionsOf(comparison.policy, sdk.id);
      const [first] = mentions;
      const naming = namingOf(mentions);
      // What is not named at all, or by its brand, is told by undisclosed-sdk or told of several at once.
      if (!first || naming !== 'exact' || !first.listed || !mentions.some(({ tells }) => tells.data)) continue;
      const missing = missingOf(comparison, embedded);
      if (missing.length === 0) continue;
      const isVendor = sdk.takesCertainty === 'high';
      const [sign] = use.signs;
      yield {
        message: isVendor ? 'vendor' : 'others',
        about: sdk.id,
        at: first.entry,
        related: sign ? [{ at: sign.at, note: 'sign' } satisfies Related] : [],
        confidence: isVendor && use.confidence !== 'low' ? 'medium' : 'low',
        data: {
          name: sdk.name,
          kinds: namesOfData(comparison, missing).slice(0, MOST_KINDS),
          count: missing.length,
        },
      };
    }
  },
});

const kinds = {
  zh: (f: Facts): string => listed.zh(f.kinds) + (f.count > f.kinds.length ? ` 等 ${f.count} 类信息` : ''),
  en: (f: Facts): string => listed.en(f.kinds) + (f.count > f.kinds.length ? ` and ${f.count - f.kinds.length} more` : ''),
};

/** Data worth a line of its own: what identifies a person or a device, where they are, what they have and do. */
const TELLING: ReadonlySet<string> = new Set([
  'imei', 'imsi', 'iccid', 'device-serial', 'mac-address', 'installed-apps', 'running-apps', 'clipboard', 'phone-number', 'contacts',
  'location', 'precise-location', 'wifi-info', 'bluetooth-info', 'photo', 'video', 'audio-recording', 'camera-capture',
]);

/** Whether nothing in the SDK's entries, and nothing that the policy says it collects, tells of the data. */
function missingOf({ policy, knowledge }: Comparison, { sdk }: Embedded): readonly string[] {
  const own = new Set(tellingOf(policy, sdk.id).flatMap(({ data }) => data.map(({ id }) => id)));
  const said = new Set(own);
  for (const { negated, dataTypes } of policy.statements) if (!negated) for (const { id } of dataTypes) said.add(id);
  const isSensitive = new Set(knowledge.dataTypes.filter(({ sensitive }) => sensitive).map(({ id }) => id));
  const isTold = (type: string): boolean =>
    said.has(type) ||
    (TOLD_BY[type] ?? []).some((other) => said.has(other)) ||
    // An entry that speaks of device information or identifiers has spoken of them, if roughly.
    [...own].some((id) => id !== type && isKindOf(knowledge, type, id)) ||
    // Who tells of a part tells of the whole.
    [...said].some((id) => isKindOf(knowledge, id, type));
  return sdk.takes.filter((type) => (TELLING.has(type) || isSensitive.has(type)) && !isTold(type));
}
