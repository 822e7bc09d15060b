import type { SectionKind } from '@mingshi/model';
import type { Passage } from '../elements/passages.ts';
import { oneOf } from '../text/one-of.ts';
import type { Compared } from './compared.ts';
import type { Telling } from './telling.ts';

interface Right {
  /** Elements that stand for it where it is not called so. */
  readonly kin: readonly string[];
  readonly belongs: readonly SectionKind[];
  /** Any word by which it may be spoken of, in either language. */
  readonly words: RegExp;
}

/** What users may do or whom they may turn to, as far as two versions can be compared on it. */
const RIGHTS: Readonly<Record<string, Right>> = {
  'right-access': {
    kin: ['right-copy', 'right-portability'],
    belongs: ['rights'],
    words: oneOf(
      'i',
      /查|看|访问|读取|复制|副本|导出|获取|下载|了解|知情/,
      /access|view|see\b|review|copy|copies|export|download|obtain|request|know|inquir/,
    ),
  },
  'right-correct': {
    kin: [],
    belongs: ['rights'],
    words: oneOf(
      'i',
      /更正|更改|更新|修改|修正|变更|编辑|补充|完善|调整|管理|控制/,
      /correct|complete|updat|edit|modif|amend|rectif|chang|adjust|manag|control/,
    ),
  },
  'right-delete': {
    kin: [],
    belongs: ['rights'],
    words: oneOf(
      'i',
      /删|清除|清空|抹除|擦除|移除|卸载|注销|销毁/,
      /delet|eras|remov|clear|wip(?:e|ing)|uninstall|destroy|forgotten/,
    ),
  },
  'right-withdraw-consent': {
    kin: ['personalization-opt-out', 'ads-opt-out'],
    belongs: ['rights'],
    words: oneOf(
      'i',
      /撤回|撤销|收回|取消|关闭|拒绝|退订|停止|改变|变更|授权/,
      /withdr|revok|opt(?:ing)?[ -]?out|turn(?:ing)? off|switch(?:ing)? off|disabl|refus|declin|stop|unsubscrib|chang|object/,
    ),
  },
  'right-portability': {
    kin: ['right-copy'],
    belongs: ['rights'],
    words: oneOf('i', /转移|迁移|导出|携带|复制|副本/, /portab|transfer|export|copy|copies|another/),
  },
  'account-cancellation': {
    kin: [],
    belongs: ['rights'],
    words: oneOf('i', /注销|销户|删除|关闭|停用/, /cancel|clos(?:e|ing|ure)|delet|deactivat|terminat|remov/),
  },
  'complaint-channel': {
    kin: ['grievance-appeal'],
    belongs: ['contact', 'rights'],
    words: oneOf(
      'i',
      /投诉|举报|申诉|反馈|意见|建议|疑问|问题|起诉|争议/,
      /complain|report|feedback|concern|lodge|dispute|question|comment|contact/,
    ),
  },
  minors: {
    kin: ['minors'],
    belongs: ['minors'],
    words: oneOf(
      'i',
      /儿童|孩子|未成年|青少年|监护人|周岁/,
      /child|minor|teen|kid\b|parent|guardian|years of age|years old|under 1\d/,
    ),
  },
};

/** The rights that a document tells in full. */
export function rightsOf(policy: Compared, document: number): Telling[] {
  const places = new Set<number>();
  return policy.elementsIn(document).flatMap(({ id, told, quote }) => {
    const right = RIGHTS[id];
    // "You can delete your account" is one right, though it may stand for two.
    if (!right || told !== 'yes' || places.has(quote.at.start)) return [];
    places.add(quote.at.start);
    return [{ what: 'right' as const, id, quote, kin: new Set([id, ...right.kin]), belongs: right.belongs }];
  });
}

/** The rights that some documents so much as touch: told in part, or a word of theirs where it says what users may do. */
export function rightsTouched(policy: Compared, documents: ReadonlySet<number>): ReadonlySet<string> {
  const touched = new Set([...documents].flatMap((index) => policy.elementsIn(index).map(({ id }) => id)));
  for (const passage of [...documents].flatMap((index) => policy.passagesIn(index))) {
    const isOfUsers = /^(?:rights|contact|other)$/.test(passage.kind) || MAY.test(passage.text);
    for (const [id, { words }] of Object.entries(RIGHTS)) {
      if ((isOfUsers || id === 'minors') && isBy(passage, words)) touched.add(id);
    }
  }
  return touched;
}

const MAY = oneOf(
  'i',
  /(?:您|用户|可以?)[^，。；]{0,12}(?:可以?|有权|能够?|权利|享有|自行)/,
  /\byou(?: (?:may|can|could|have|are|might|also|always|will))+\b|\byour? (?:right|choice|option|control)/,
);

function isBy({ text, heading }: Passage, words: RegExp): boolean {
  return words.test(text) || words.test(heading);
}
