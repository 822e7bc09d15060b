import type { Comparison, Found, Location, NameSign, PolicyReading, Related } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { signsOf } from '../signs.ts';

type Facts = { readonly name: string; readonly other: string };

export default defineRule<{ product: Facts; products: Facts; operators: Facts }>({
  id: 'borrowed-policy',
  severity: 'error',
  title: { zh: '像是别家的隐私政策', en: "Looks like somebody else's policy" },
  needs: ['policy'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#17.1', 'pipl#17.1(1)', 'pipl#7', 'ndsr#21.1(1)', 'gbt35273#5.5-b'],
  cases: ['cverc-2025-16-apps', 'chongqing-2020-public-service'],
  messages: {
    product: {
      zh: (f) => `政策写的是「${f.name}」，应用叫「${f.other}」，政策里没有出现这个名称`,
      en: (f) => `The policy is about "${f.name}"; the app is called "${f.other}", which the policy never mentions`,
    },
    products: {
      zh: (f) => `政策先后以「${f.name}」和「${f.other}」两个产品的名义写成`,
      en: (f) => `The policy speaks for two products: "${f.name}" and "${f.other}"`,
    },
    operators: {
      zh: (f) => `政策先后把「${f.name}」和「${f.other}」称作“我们”`,
      en: (f) => `The policy calls both "${f.name}" and "${f.other}" "we"`,
    },
  },
  suggestions: {
    own: {
      zh: () => '换成自己的名称，并逐条核对：收集的信息、权限、第三方、联系方式是否也是别家的。',
      en: () =>
        'Put in your own name, and check the rest line by line: the data, permissions, third parties and contacts may be somebody ' +
        "else's as well.",
    },
  },
  *check(comparison) {
    const { policy } = comparison;
    const names = signsOf(policy, 'name');
    for (const of of ['product', 'operator'] as const) {
      const same = names.filter((sign) => sign.of === of);
      const pair = firstPair(same);
      if (!pair) continue;
      const [first, other] = pair;
      const related: readonly Related[] = [{ at: first.quote.at, note: 'statement' }];
      const common = { at: other.quote.at, related, confidence: 'medium', data: { name: first.name, other: other.name } } as const;
      yield of === 'product' ? { message: 'products', about: 'product-name', ...common } : { message: 'operators', about: 'operator-identity', ...common };
    }
    const foreign = foreignName(comparison, names.filter(({ of }) => of === 'product'));
    if (!foreign) return;
    yield {
      message: 'product',
      about: 'product-name',
      at: foreign.sign.quote.at,
      related: [{ at: foreign.at, note: 'sign' }],
      confidence: 'medium' satisfies Found['confidence'],
      data: { name: foreign.sign.name, other: foreign.label },
    };
  },
});

/** Two names of one document that have nothing in common; a Chinese and an English one may be one name translated. */
function firstPair(names: readonly NameSign[]): readonly [NameSign, NameSign] | undefined {
  for (const first of names) {
    const own = names.filter((sign) => sign.document === first.document && hasHan(sign.name) === hasHan(first.name));
    const other = own.find((sign) => sign !== first && !isAlike(core(sign), core(first)));
    if (other) return [first, other];
  }
  return undefined;
}

/** A company's name without its place and legal form, which strangers share. */
function core({ of, name }: NameSign): string {
  if (of === 'product') return name;
  return name.replace(/^[\u4e00-\u9fff]{2}市?(?=[\u4e00-\u9fff]{4})/, '').replaceAll(COMMON, '');
}

const COMMON = /股份|有限|责任|公司|集团|科技|网络|信息|技术|软件|文化|传媒|互联网?|\b(?:Inc|Ltd|Limited|LLC|GmbH|Corp|Co|Company|Software|Technology|Technologies|Games)\b\.?/gi;

/** A product that the policy names again and again, while no app of the project, by label or id, is ever mentioned. */
function foreignName(
  { app, policy }: Comparison,
  names: readonly NameSign[],
): { readonly sign: NameSign; readonly label: string; readonly at: Location } | undefined {
  const labels = app.apps.flatMap(({ name }) => (name && letters(name.text).length >= 2 ? [name] : []));
  const [label] = labels;
  if (!label || labels.some(({ text }) => GENERIC.test(text.trim()) || isMentioned(policy, text))) return undefined;
  const ids = app.apps.flatMap(({ applicationId }) => applicationId?.text.split('.') ?? []);
  const sign = names.find(
    ({ name, count }) =>
      count >= 2 && !isCompany(policy, name) && hasHan(name) === hasHan(label.text) && ![...labels.map(({ text }) => text), ...ids].some((own) => isAlike(name, own)),
  );
  return sign && { sign, label: label.text, at: label.at };
}

/** A company's brand: its policy for all its apps need not name each. */
function isCompany({ documents }: PolicyReading, name: string): boolean {
  const plain = name.replaceAll(/[.*+?^${}()|[\]\\（）]/g, '.');
  const company = new RegExp(`${plain}(?:(?![由是为])[\\u4e00-\\u9fff（）()]){0,14}(?:公司|集团)|${plain},? (?:Inc|Ltd|Limited|LLC|GmbH|Corp|Co)\\b`);
  return /(?:公司|集团|科技|网络|保险|银行)(?:（.{0,8}）)?$/.test(name) || documents.some(({ blocks }) => blocks.some(({ text }) => company.test(text)));
}

/** Labels that name nothing. */
const GENERIC = /^(?:app|application|android|demo|my ?app(?:lication)?|example|test|main|应用|我的应用|示例)$/i;

function isMentioned({ documents }: PolicyReading, name: string): boolean {
  const wanted = letters(name);
  return documents.some(({ title, blocks }) => letters(title ?? '').includes(wanted) || blocks.some(({ text }) => letters(text).includes(wanted)));
}

/** One name contains the other, or they share a telling part: 阅伴 and 阅伴读书, Reader and Reader Pro. */
function isAlike(a: string, b: string): boolean {
  const [one, two] = [letters(a), letters(b)];
  if (one === '' || two === '' || one.includes(two) || two.includes(one)) return true;
  const length = hasHan(a) ? 2 : 4;
  for (let i = 0; i + length <= one.length; i++) if (two.includes(one.slice(i, i + length))) return true;
  return false;
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
