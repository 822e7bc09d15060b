import type { AppCategory, Language } from '@mingshi/knowledge';
import type { Comparison } from '@mingshi/model';
import { scalar } from '../config/config-text.ts';
import { unreadSentence } from '../report/not-checked.ts';
import { printable } from '../text/printable.ts';

/** What `mingshi init` saw in a project. */
interface Seen extends Pick<Comparison, 'app' | 'policy'> {
  readonly guess?: AppCategory;
}

/** Words of a checked file within a comment: one line, not without end. */
const shown = (text: string): string => printable(text).slice(0, 200);

/** The apps in a line each. */
export function appLines({ app }: Seen): readonly string[] {
  return app.apps.map(({ id, name, manifests }) => {
    const parts = [id, name?.text, manifests[0] && `(${manifests[0].path})`].filter((part) => part !== undefined);
    return shown(parts.join(' '));
  });
}

/** What could not be read or seen, in a line each. */
export function unseenLines({ app, policy }: Seen, language: Language): readonly string[] {
  const unread = [...app.unread, ...policy.unread];
  const lines = unread.map((each) => {
    const why = unreadSentence(each)[language];
    return shown(each.file === undefined ? why : `${each.file}${{ zh: '：', en: ': ' }[language]}${why}`);
  });
  const more = new Set(lines).size - MOST;
  const rest = more > 0 ? [{ zh: `另有 ${more} 项，mingshi check 会列出`, en: `${more} more, told by mingshi check` }[language]] : [];
  return [...[...new Set(lines)].slice(0, MOST), ...rest];
}

const MOST = 10;

/** The category as people name it: 问诊挂号. */
export const categoryName = ({ name }: AppCategory, language: Language): string =>
  language === 'zh' ? name.zh.replace(/类$/, '') : name.en;

type Say = (zh: string, en: string) => string;

/** A mingshi.yaml with comments for a project as it was seen. */
export function configFor(seen: Seen, schema: string, language: Language): string {
  const say: Say = (zh, en) => (language === 'zh' ? zh : en);
  const unseen = unseenLines(seen, language);
  const guess = seen.guess && categoryName(seen.guess, language);
  const parts: readonly (readonly string[])[] = [
    [
      schema,
      say(
        '# 明示的配置：只是数据，不是代码。没有写的都按默认。命令：mingshi check',
        '# Config of mingshi: data, never code. What is not written here has its default. Run: mingshi check',
      ),
    ],
    appPart(seen, say),
    policyPart(seen, say),
    [
      say(
        '# 应用类型，《常见类型移动互联网应用程序必要个人信息范围规定》39 类之一；写了才检查权限是否超出必要范围。',
        '# Type of the app, one of the 39 of the 2021 provisions; needed to check whether permissions go beyond the necessary.',
      ),
      guess === undefined
        ? say('# 没能从名称和政策猜出。', '# It could not be guessed from the names and the policy.')
        : say('# 按名称和政策的用词猜测，请确认后去掉井号：', '# A guess from the names and the policy; make sure, then remove the mark:'),
      `# category: ${scalar(guess ?? say('实用工具', 'Utility tools'))}`,
    ],
    [
      say('# 规则的级别：off、info、warning、error。mingshi rules 列出全部规则。', '# Severity of a rule: off, info, warning, error. mingshi rules lists them.'),
      '# rules:',
      '#   backup-exposes-data: off',
    ],
    [
      say(
        '# 豁免：可以保留的结果，每条写明理由。mingshi check --waive-existing 把现有的一次写进来。',
        '# Waivers: findings that may stand, each with its reason. mingshi check --waive-existing writes those of today.',
      ),
      '# waivers:',
      '#   - rule: undisclosed-permission',
      '#     about: android.permission.READ_CALENDAR',
      `#     reason: ${say('下一版本移除，工单 123', 'removed in the next release, ticket 123')}`,
      '#     until: 2027-01-31',
    ],
    unseen.length > 0
      ? [say('# 这一次没能看到的：', '# What could not be seen this time:'), ...unseen.map((line) => `#   ${line}`)]
      : [],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function appPart(seen: Seen, say: Say): readonly string[] {
  const apps = appLines(seen);
  return [
    apps.length > 0
      ? say('# 要检查的应用；不写时检查全部。找到：', '# The app to check; all of them when not given. Found:')
      : say('# 要检查的应用。没有找到安卓清单。', '# The app to check. No Android manifest was found.'),
    ...apps.map((line) => `#   ${line}`),
    `# app: ${scalar(seen.app.apps[0]?.id ?? ':app')}`,
  ];
}

function policyPart({ policy: { files } }: Seen, say: Say): readonly string[] {
  if (files.length > 0) {
    return [
      say('# 隐私政策的文件，相对于本文件。', '# The files of the privacy policy, relative to this file.'),
      'policy:',
      ...files.map(({ path }) => `  - ${scalar(path)}`),
    ];
  }
  return [
    say(
      '# 隐私政策的文件，相对于本文件。没有找到：把正文放进项目，写在这里。',
      '# The files of the privacy policy, relative to this file. None was found: put its text into the project and name it here.',
    ),
    '# policy:',
    '#   - docs/privacy.md',
  ];
}
