import { findSdk } from '@mingshi/knowledge';
import type { Sdk, Text } from '@mingshi/knowledge';
import type { Comparison, Confidence, PolicyReading, Related, SdkMention } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { listed } from '../sdk-words.ts';
import { sdksAreRead } from '../sdks.ts';

/** More than these are told in one finding: the list as a whole is not this app's. */
const MOST = 4;

export default defineRule<{
  one: { readonly name: Text };
  several: { readonly names: readonly Text[]; readonly count: number };
}>({
  id: 'stale-sdk-disclosure',
  severity: 'info',
  title: { zh: '政策列出了应用里没有的 SDK', en: 'The policy lists an SDK that the app does not have' },
  needs: ['app', 'policy'],
  articles: ['csl#41.1', 'pipl#7', 'pipl#17.2', 'ndsr#21.2', 'gbt35273#5.5-b'],
  cases: ['suzhou-2021-hospital-app', 'cverc-2025-16-apps'],
  messages: {
    one: {
      zh: (f) => `政策列出了${f.name.zh}，在应用的依赖和清单里没有找到它`,
      en: (f) => `The policy lists ${f.name.en}; nothing of it was found in the app's dependencies and manifests`,
    },
    several: {
      zh: (f) => `政策还列出了另外 ${f.count} 个没有找到的 SDK：${listed.zh(f.names)}`,
      en: (f) => `The policy lists ${f.count} more SDKs of which nothing was found: ${listed.en(f.names)}`,
    },
  },
  suggestions: {
    remove: {
      zh: () => '确实不再使用时，从清单中删去；由别的平台（iOS）或服务器使用的，写明是哪一个。',
      en: () => 'If it is not used any more, take it off the list; if another platform (iOS) or the server uses it, say so.',
    },
  },
  *check(comparison) {
    const stale = staleIn(comparison);
    const confidence = confidenceOf(comparison);
    const told = stale.length > MOST + 1 ? stale.slice(0, MOST) : stale;
    for (const { sdk, mention } of told) {
      yield { message: 'one', about: sdk.id, at: mention.at, confidence, data: { name: sdk.name } };
    }
    const [first, ...others] = stale.slice(told.length);
    if (first) {
      yield {
        message: 'several',
        about: 'other-sdks',
        at: first.mention.at,
        related: others.map(({ mention }): Related => ({ at: mention.at, note: 'statement' })),
        confidence: 'low',
        data: { names: [first, ...others].map(({ sdk }) => sdk.name), count: others.length + 1 },
      };
    }
  },
});

interface Stale {
  readonly sdk: Sdk;
  readonly mention: SdkMention;
}

function staleIn(comparison: Comparison): readonly Stale[] {
  const { sdks, policy, knowledge } = comparison;
  if (!sdksAreRead(comparison)) return [];
  const embedded = new Set(sdks.map(({ sdk }) => sdk));
  const brands = new Set(sdks.flatMap(({ sdk }) => findSdk(knowledge, sdk)?.family ?? []));
  const found = new Map<string, Stale>();
  for (const mention of policy.sdks) {
    const sdk = findSdk(knowledge, mention.sdks[0] ?? '');
    if (!sdk || !mention.exact || !mention.listed || embedded.has(sdk.id) || found.has(sdk.id)) continue;
    // Policies name now this, now that of a brand's SDKs; one that is there stands for them all.
    if (sdk.family && brands.has(sdk.family)) continue;
    if (!canBeSeen(sdk) || isOfOthers(policy, mention)) continue;
    found.set(sdk.id, { sdk, mention });
  }
  return [...found.values()];
}

/** Services that an app may use without any SDK: by web page, by a server, by what is on the phone. */
const WITHOUT_SDK: ReadonlySet<string> = new Set([
  'payment', 'login', 'customer-service', 'storage', 'backend', 'e-commerce', 'sms', 'credit', 'identity', 'consent', 'framework',
  'game-channel', 'health', 'media', 'security', 'tool', 'webview',
]);

/** Push services of phone makers come along inside other push SDKs. */
const OF_MAKERS = /^(?:huawei|honor|oppo|vivo|meizu|nubia)-push$|^mipush$|^fcm$/;

function canBeSeen({ id, category, signs, certainty }: Sdk): boolean {
  return !WITHOUT_SDK.has(category.id) && !OF_MAKERS.test(id) && certainty !== 'low' && Object.keys(signs).length > 0;
}

/** Whether its entry says that another platform has it. */
function isOfOthers({ documents }: PolicyReading, { document, entry }: SdkMention): boolean {
  const blocks = documents[document]?.blocks.filter(({ at }) => at.start >= entry.start && at.end <= entry.end) ?? [];
  const text = blocks.map((block) => block.text).join(' ');
  return /iOS|iPhone|iPad|苹果|小程序|H5|网页版|服务器端|HarmonyOS|鸿蒙|\bweb(?:site)?\b/i.test(text) && !/Android|安卓/i.test(text);
}

/** Modules and archives of unknown contents may hold it; so may another platform's half of the project. */
function confidenceOf({ app }: Comparison): Confidence {
  const isSeveral = app.apps.some(({ frameworks }) => frameworks.length > 0);
  const isClosed = app.apps.some(({ dependencies }) => dependencies.some(({ ecosystem }) => ecosystem === 'file'));
  const isPartial = app.unread.some(({ what }) => /^(?:module-dependencies|broken|unreadable|too-)/.test(what));
  return isSeveral || isClosed || isPartial ? 'low' : 'medium';
}
