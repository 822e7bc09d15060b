import type { AppCategory, Knowledge } from '@mingshi/knowledge';
import type { Comparison } from '@mingshi/model';

/** Words of the functions that every kind of app uses of itself. */
const SAID_BY_ALL = new Set(
  ('手机 移动 服务 信息 产品 提供 功能 搜索 浏览 下载 播放 发布 输入 管理 账户 个人 购买 社区 图片 文字 语音 视频 相关 关注 分享 转账 借 ' +
    'online service services search searching browsing information product products picture text voice video users ' +
    'function general other mobile life local trading providing internet downloading playing').split(' '),
);

/** How much of a policy's beginning tells what the app is for. */
const OPENING = 800;

/** The type of app that name, title and the first words of the policy speak of; undefined when none or several do. A word of the title weighs. */
export function guessCategory({ app, policy, knowledge }: Comparison): AppCategory | undefined {
  const names = [
    ...app.apps.flatMap(({ name, applicationId }) => [name?.text, applicationId?.text]),
    ...policy.documents.map(({ title }) => title),
  ];
  const title = names.join(' ').toLowerCase();
  const opening = policy.documents
    .map(({ blocks }) => blocks.slice(0, 20).map(({ text }) => text.slice(0, OPENING)).join(' ').slice(0, OPENING))
    .join(' ')
    .toLowerCase();
  const ranked = (knowledge.categories as Knowledge['categories'])
    .map((category) => ({ category, score: scoreOf(category, title, opening) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = ranked;
  return best && best.score >= 3 && best.score > (second?.score ?? 0) ? best.category : undefined;
}

function scoreOf({ name, function: purpose }: AppCategory, title: string, opening: string): number {
  const words = new Set([...chinese(`${name.zh.replace(/类$/, '')}、${purpose.zh}`), ...english(`${name.en} ${purpose.en}`)]);
  let score = 0;
  for (const word of words) score += (title.includes(word) ? 3 : 0) + (opening.includes(word) ? 1 : 0);
  return score;
}

/** Enumerated words as they are, and halves of a four-character one: 问诊挂号 is said as 挂号 too. */
function chinese(text: string): readonly string[] {
  return text
    .split(/[^\p{Script=Han}]|[、，的和及与或等]/u)
    .flatMap((word) => (word.length === 4 ? [word, word.slice(0, 2), word.slice(2)] : [word]))
    .filter((word) => word.length >= 2 && word.length <= 6 && !SAID_BY_ALL.has(word));
}

function english(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 4 && !SAID_BY_ALL.has(word))
    .map((word) => word.replace(/s$/, ''));
}
