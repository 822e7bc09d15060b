import type { Comparison } from '@mingshi/model';
import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { collectsNothing, isTold, told } from '../elements.ts';
import { mainDocument, placeFor } from '../places.ts';
import { signsOf } from '../signs.ts';

type Facts = Record<never, never>;

const place: Wording<Facts> = {
  part: 'storage',
  zh: () => '我们在中华人民共和国境内收集的个人信息，存储在【存储地点，如中华人民共和国境内】。【是否向境外提供，如“我们不向境外提供您的个人信息。”】',
  en: () => 'Your personal data are stored in 【country】. 【whether they go abroad, such as “We do not transfer them to other countries.”】',
};

/** Article 39 of the PIPL. */
const abroad: Wording<Facts> = {
  part: 'storage',
  zh: () =>
    '向境外提供您的个人信息前，我们会告知您境外接收方的名称和联系方式（【境外接收方的名称、联系方式】）、处理目的（【目的】）、处理方式、' +
    '个人信息的种类（【信息的种类】），以及您向境外接收方行使权利的方式和程序（【方式】），并取得您的单独同意。',
  en: () =>
    'Before your personal data go abroad, we tell you who receives them (【recipient abroad and its contact】), what for (【purpose】), how ' +
    'they are processed, which kinds of data they are (【kinds of data】) and how you can exercise your rights towards the recipient ' +
    '(【way】), and ask for your separate consent.',
};

export default defineRule<{ missing: Facts; unconsented: Facts }>({
  id: 'no-cross-border-statement',
  severity: 'info',
  title: { zh: '没有写信息存放在哪里、是否出境', en: 'Nothing on where data are kept or whether they go abroad' },
  needs: ['policy'],
  articles: ['pipl#39', 'pipl#38', 'csl#41.1', 'ndsr#35', 'gbt35273#5.5-a-3'],
  cases: [],
  messages: {
    missing: {
      zh: () => '政策没有写个人信息存放在哪里、是否提供到境外',
      en: () => 'The policy does not say where personal data are kept, or whether they go abroad',
    },
    unconsented: {
      zh: () => '政策说信息会到境外，没有写境外接收方是谁、怎样取得单独同意',
      en: () => 'The policy says that data go abroad, but not to whom, nor that separate consent is asked for',
    },
  },
  suggestions: { place: toAdd(place), abroad: toAdd(abroad) },
  paragraphs: { place, abroad },
  *check(comparison) {
    const { policy } = comparison;
    const signs = signsOf(policy, 'abroad');
    const goes = signs.find(({ says }) => says === 'goes');
    // English texts are mostly written for other laws, which ask for other things before data leave.
    if (goes && mainDocument(policy)?.language.startsWith('zh') && !signs.some(({ consent }) => consent)) {
      yield { message: 'unconsented', about: 'cross-border', at: goes.quote.at, confidence: 'medium', suggestion: 'abroad', data: {} };
    }
    if (signs.length > 0 || told(policy, 'cross-border') || told(policy, 'storage-location') || !leavesDevice(comparison)) return;
    yield { message: 'missing', about: 'cross-border', at: placeFor(policy, ['storage', 'sharing']), confidence: policy.links.length > 0 ? 'low' : 'medium', data: {} };
  },
});

/** Whether the policy speaks of data that reach the operator; what stays on the device crosses no border. */
function leavesDevice(comparison: Comparison): boolean {
  const { policy } = comparison;
  if (isTold(policy, 'local-only') || isTold(policy, 'no-collection') || collectsNothing(comparison)) return false;
  return policy.statements.some(
    ({ negated, action, actor, dataTypes }) =>
      !negated && (action === 'collect' || action === 'share') && actor.role === 'first-party' && dataTypes.some(({ generic }) => !generic),
  );
}
