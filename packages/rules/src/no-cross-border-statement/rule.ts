import type { Comparison } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { collectsNothing, isTold, told } from '../elements.ts';
import { mainDocument, placeFor } from '../places.ts';
import { signsOf } from '../signs.ts';

type Facts = Record<never, never>;

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
  suggestions: {
    stays: {
      zh: () =>
        '补写其中一种：「您的个人信息存储在中华人民共和国境内，我们不向境外提供。」或「为【目的】，经您单独同意，我们向【境外接收方的名称、联系方式】提供【信息的种类】，您可以通过【方式】向其行使权利。」',
      en: () =>
        'Add one of: "Your data are kept within 【country】 and not provided abroad." or "For 【purpose】 and with your separate consent, we ' +
        'provide 【kinds of data】 to 【recipient abroad and its contact】; you can exercise your rights towards it by 【way】."',
    },
  },
  *check(comparison) {
    const { policy } = comparison;
    const signs = signsOf(policy, 'abroad');
    const goes = signs.find(({ says }) => says === 'goes');
    // English texts are mostly written for other laws, which ask for other things before data leave.
    if (goes && mainDocument(policy)?.language.startsWith('zh') && !signs.some(({ consent }) => consent)) {
      yield { message: 'unconsented', about: 'cross-border', at: goes.quote.at, confidence: 'medium', data: {} };
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
