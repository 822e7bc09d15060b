import { leastSure } from '@mingshi/model';
import type { CodeUse, Confidence, StartPath } from '@mingshi/model';
import type { Text } from '@mingshi/knowledge';
import { startingUses, stepsOf, takingUses } from '../calls.ts';
import { defineRule } from '../define-rule.ts';

type Facts = { readonly what: Text; readonly call: string; readonly entry: Text };

const ENTRIES: Readonly<Record<StartPath['entry'], Text>> = {
  application: { zh: '应用启动（Application.onCreate）', en: "the app's start (Application.onCreate)" },
  'attach-base-context': { zh: '应用启动（attachBaseContext）', en: "the app's start (attachBaseContext)" },
  static: { zh: '启动类的静态初始化', en: 'a static initialiser of a class the system starts' },
  provider: { zh: '启动时创建的内容提供者（ContentProvider）', en: 'a ContentProvider, created at the start' },
  initializer: { zh: '启动时运行的 Initializer（App Startup）', en: 'an App Startup initializer' },
  module: { zh: '入口文件在启动时运行的代码', en: 'code of the entry file that runs at the start' },
  activity: { zh: '一打开首个页面', en: 'the first screen, as soon as it is opened' },
};

export default defineRule<{ sdk: Facts; data: Facts; unclear: Facts }>({
  id: 'collected-before-consent',
  severity: 'error',
  title: { zh: '征得同意之前就开始收集', en: 'Collected before consent' },
  needs: ['code'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#13.1(1)', 'pipl#14.1', 'pipl#66.1', 'app-violations-2019#3.1'],
  cases: ['chongqing-2020-live-streaming', 'beijing-2020-vocabulary', 'shanghai-2019-location', 'miit-2020-63-apps'],
  messages: {
    sdk: {
      zh: (f) => `${f.entry.zh}就初始化${f.what.zh}（${f.call}），路径上没有看到对用户同意的判断`,
      en: (f) => `${f.what.en} is started (${f.call}) from ${f.entry.en}; no test of the user's consent was seen on the way`,
    },
    data: {
      zh: (f) => `${f.entry.zh}就取得${f.what.zh}（${f.call}），路径上没有看到对用户同意的判断`,
      en: (f) =>
        `${capital(f.what.en)} is taken (${f.call}) from ${f.entry.en}; no test of the user's consent was seen on the way`,
    },
    unclear: {
      zh: (f) => `${f.entry.zh}会调用 ${f.call}（${f.what.zh}）；路径上的条件是否就是用户的同意，请核对`,
      en: (f) => `${f.call} (${f.what.en}) is reached from ${f.entry.en}; check whether the condition on the way is the user's consent`,
    },
  },
  suggestions: {
    defer: {
      zh: () =>
        '把这一调用移到用户点「同意」之后：启动时先读已保存的同意，未同意时只显示隐私政策弹窗；SDK 有预初始化方法（如 preInit）的，启动时只调用它。依据的是同意以外的理由的，请在政策中写明。',
      en: () =>
        'Move the call behind the tap on "Agree": at the start read the stored consent first, and show nothing but the policy ' +
        'until it is there; where the SDK has a safe call (such as preInit), make only that. If you rely on another basis than ' +
        'consent, say so in the policy.',
    },
  },
  *check(comparison) {
    const switched = consentGiven(comparison.app.apps.flatMap(({ code }) => code.uses));
    for (const { use, sdk } of startingUses(comparison)) {
      const start = use.start;
      if (!start || !isEarly(start)) continue;
      // An SDK with a switch of its own, which the code sets, may hold back until it is told.
      const isUnclear = start.consent === 'unclear' || switched.has(sdk.id);
      yield {
        message: isUnclear ? 'unclear' : 'sdk',
        about: sdk.id,
        at: use.at,
        related: stepsOf(start),
        confidence: isUnclear ? 'low' : leastSure(use.confidence, surest(start), sdk.takesCertainty === 'low' ? 'medium' : 'high'),
        data: { what: sdk.name, call: use.name, entry: ENTRIES[start.entry] },
      };
    }
    for (const { use, type, api } of takingUses(comparison)) {
      const start = use.start;
      // An object to record with takes nothing before it is told to, and that is mostly done on a tap.
      if (!start || api.handle || !isEarly(start)) continue;
      const isUnclear = start.consent === 'unclear';
      const confidence: Confidence = isUnclear ? 'low' : leastSure(use.confidence, surest(start), api.certainty);
      yield {
        message: isUnclear ? 'unclear' : 'data',
        about: type.id,
        at: use.at,
        related: stepsOf(start),
        confidence,
        data: { what: type.name, call: use.name, entry: ENTRIES[start.entry] },
      };
    }
  },
});

/** On a screen most conditions come of what the user did there; only what runs whatever happens is early. */
function isEarly({ consent, entry }: StartPath): boolean {
  return consent === 'none' || (consent === 'unclear' && entry !== 'activity');
}

/** What a screen is opened from may have asked. */
function surest({ entry }: StartPath): Confidence {
  return entry === 'activity' ? 'medium' : 'high';
}

/** SDKs whose own switch for consent is set somewhere in the code. */
function consentGiven(uses: readonly CodeUse[]): ReadonlySet<string> {
  return new Set(uses.flatMap(({ of }) => (of.kind === 'sdk' && of.call === 'consent' ? [of.id, ...(of.orOf ?? [])] : [])));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
