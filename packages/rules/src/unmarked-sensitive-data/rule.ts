import type { Comparison, DataMention, PolicyStatement } from '@mingshi/model';
import { findDataType } from '@mingshi/knowledge';
import type { Text } from '@mingshi/knowledge';
import { inPolicy } from '../data-words.ts';
import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { staysOnDevice } from '../elements.ts';
import { signsOf } from '../signs.ts';

type Facts = { readonly data: readonly Text[] };

/**
 * Types whose words say too little for certain: 支付时间 is no account, a photo's EXIF need not hold a place, and rules on
 * children speak of their data without collecting any.
 */
const DOUBTFUL: ReadonlySet<string> = new Set(['minor-info', 'payment-info', 'media-location']);
/** Words that stand for such a type and mean less. */
/** 通过 GPS 获取位置 tells of the way, not of how exact it is. */
const LESS = /^(?:GPS|specific location|肖像|开户日期|开户时间|开户行|银行|健康|健身|运动)$|EXIF|车票|航班|行程|乘车|出行/i;

const COLLECTS: ReadonlySet<string> = new Set(['collect', 'use', 'store']);

/** Article 30 of the PIPL: the necessity, and the effect on the person. */
const necessity: Wording<Facts> = {
  part: 'collection',
  zh: (f) =>
    `${f.data.map((name) => inPolicy(name).zh).join('、')}属于敏感个人信息：收集的必要性是【必要性】，一旦泄露可能【对您的影响】。我们仅在取得您的单独同意后收集。`,
  en: (f) =>
    `Sensitive personal data in this policy: ${f.data.map((name) => inPolicy(name).en).join(', ')}. They are necessary because 【necessity】, and a leak might ` +
    '【effect on you】. We collect them only with your separate consent.',
};

export default defineRule<{ unmarked: Facts; unmarkedOnly: Facts }>({
  id: 'unmarked-sensitive-data',
  severity: 'warning',
  title: { zh: '敏感个人信息没有突出显示', en: 'Sensitive data not set apart' },
  needs: ['policy'],
  articles: ['pipl#30', 'pipl#17.1', 'pipl#28.1', 'pipl#29', 'ndsr#21.1(2)', 'csl#41.1', 'gbt35273#5.5-a-2'],
  cases: ['cac-2022-ride-hailing', 'zhangjiagang-2021-sales-office'],
  messages: {
    unmarked: {
      zh: (f) => `${f.data.map(({ zh }) => zh).join('、')}属于敏感个人信息，没有突出显示，也没有告知必要性和对个人的影响`,
      en: (f) =>
        `Sensitive: ${f.data.map(({ en }) => en.toLowerCase()).join(', ')}. Not set apart from other data, and neither the ` +
        'necessity nor the effect on the person is stated',
    },
    unmarkedOnly: {
      zh: (f) => `${f.data.map(({ zh }) => zh).join('、')}属于敏感个人信息，没有突出显示`,
      en: (f) => `Sensitive: ${f.data.map(({ en }) => en.toLowerCase()).join(', ')}. Not set apart from other data`,
    },
  },
  suggestions: {
    mark: {
      zh: (f) => `把${f.data.map(({ zh }) => zh).join('、')}加粗并标注“敏感”，并${toAdd(necessity).zh(f)}`,
      en: (f) => `Set them in bold, mark them "sensitive", and add: "${necessity.en(f)}"`,
    },
  },
  paragraphs: { mark: necessity },
  *check(comparison) {
    const { policy } = comparison;
    // What stays on the device is nobody's to handle but the user's.
    if (staysOnDevice(policy)) return;
    const marks = signsOf(policy, 'marked-data');
    const marked = new Set(marks.flatMap(({ types }) => types));
    const mentions = sensitiveMentions(comparison).filter(({ mention }) => !marked.has(mention.id));
    const [first] = mentions;
    const document = first && policy.documents[first.statement.document];
    if (!first || !document) return;
    const isPlain = document.format === 'text';
    // Bold letters do not show in a plain text file: only one that never speaks of sensitive data is sure to set nothing apart.
    if (isPlain && marks.some(({ how }) => how !== 'strong')) return;
    const types = [...new Set(mentions.map(({ mention }) => mention.id))];
    yield {
      message: marks.some(({ how }) => how === 'necessity') ? 'unmarkedOnly' : 'unmarked',
      about: 'sensitive-data',
      at: first.mention.at,
      related: types.slice(1, 5).flatMap((type) => {
        const other = mentions.find(({ mention }) => mention.id === type);
        return other ? [{ at: other.mention.at, note: 'same-cause' as const }] : [];
      }),
      confidence: isPlain || !document.language.startsWith('zh') ? 'low' : 'medium',
      data: { data: types.flatMap((type) => findDataType(comparison.knowledge, type)?.name ?? []) },
    };
  },
});

/** Data that article 28 of the PIPL calls sensitive, in statements that the operator collects them; a standard alone does not do. */
function sensitiveMentions({ policy, knowledge }: Comparison): readonly { mention: DataMention; statement: PolicyStatement }[] {
  return policy.statements
    .filter((statement) => !statement.negated && isTaken(statement))
    .flatMap((statement) =>
      statement.dataTypes
        .filter(({ id, text }) => {
          const type = findDataType(knowledge, id);
          return type?.sensitive === true && !type.generic && !type.category && type.sensitiveBasis?.startsWith('PIPL') &&
            !DOUBTFUL.has(id) && !LESS.test(text) && !isSetAside(statement, text);
        })
        .map((mention) => ({ mention, statement })),
    );
}

/** Collected by the operator, or what users have to hand over to it. */
function isTaken({ action, actor, verb, text }: PolicyStatement): boolean {
  if (actor.role === 'user') return action === 'collect' && HANDED.test(text);
  return actor.role === 'first-party' && (COLLECTS.has(action) || (action === 'transfer' && /^(?:上传|upload)/i.test(verb?.text ?? '')));
}

const HANDED = /[您你](?:须|需要?|必须|应当?)[^，。；]{0,6}(?:提供|填写|上传|提交|录入)|\byou (?:must|need to|have to|are required to) (?:provide|enter|upload|submit|give)\b/i;

/** A definition, or data that the sentence itself takes out: "the area of your device (not your precise location)". */
function isSetAside({ text }: PolicyStatement, words: string): boolean {
  const ahead = text.slice(0, Math.max(0, text.indexOf(words)));
  return DEFINES.test(text) || ON_DEVICE.test(text) || /\b(?:not|never|prevent\w*)\b[^,.;]{0,60}$/i.test(ahead.slice(-80));
}

/** The phone compares, and gives nothing away. */
const ON_DEVICE = /[只仅]在[^，。；]{0,10}(?:手机|设备|本地|本机|终端)[^，。；]{0,8}(?:比对|验证|处理|识别)|\b(?:matched|verified|processed|compared)\b[^.;]{0,12}\bon your (?:phone|device) only\b/i;

const DEFINES = /^[^，。]{0,8}个人信息[”"」]?(?:包括|是指|指)|\b(?:personal|sensitive) (?:information|data)["”]? (?:means|refers to)\b/i;
