import { loadKnowledge } from '@mingshi/knowledge';
import type { Language } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import type { Finding } from '@mingshi/model';
import { examine } from '../examine.ts';
import type { Examined } from '../examine.ts';
import { emptyConfig } from '../config/config.ts';
import { readOnce } from '../project/readings.ts';
import { compose } from './compose.ts';
import type { Composed } from './compose.ts';

const knowledge = loadKnowledge();

export type Contents = Readonly<Record<string, string | Uint8Array>>;

/** What the command line may say of a project. */
export interface Said {
  readonly languages?: readonly Language[];
  readonly category?: string;
  /** Files of the policy; found by themselves when absent. */
  readonly policy?: readonly string[];
}

/** A project that is held in memory, checked. */
function examineContents(contents: Contents, { category, policy = [] }: Said = {}): Promise<Examined> {
  const files = { ...memoryFiles(contents), unread: () => [] };
  const project = { files, root: '/', prefix: '', policy, manifests: [], fromConfig: (path: string) => path };
  const inputs = { knowledge, readings: readOnce, project, config: emptyConfig };
  return examine(inputs, { directory: '.', today: '2026-11-22', ...(category !== undefined && { category }) });
}

/** What plausible people write into the blanks, by how they begin; what is to be left out reads ''. */
const FILLINGS: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  zh: [
    [/^核对后填写：/, ''],
    [/^核对后填写，据公开资料为：(.+)$/, '$1'],
    [/^收集的信息/, '设备型号、操作系统版本'],
    [/^具体功能|^功能/, '同城配送'],
    [/^目的/, '把附近的骑手显示在地图上'],
    [/^必要性/, '没有它就不能完成配送'],
    [/^对您的影响/, '使您的人身和财产安全受到危害'],
    [/^信息的种类/, '手机号码、订单号'],
    [/^境外接收方/, 'Kite Logistics Ltd.，privacy@kite.example'],
    [/^期限/, '自收集之日起一年'],
    [/^天数/, '10'],
    [/^入口，如“我的—设置—注销账号”/, '“我的—设置—注销账号”'],
    [/^入口/, '“我的—设置—隐私”'],
    [/^邮箱/, 'privacy@zhihe.cn'],
    [/^电话/, '0571-8600-2231'],
    [/^地址/, '浙江省杭州市西湖区文三路 90 号'],
    [/^运营者|^公司全称/, '杭州纸鹤科技有限公司'],
    [/^年月日/, '2026 年 11 月 20 日'],
    [/^传输加密/, 'HTTPS'],
    [/^存储加密/, 'AES-256 加密'],
    [/^哪些人员/, '负责订单的客服人员'],
    [/^方式，如接口/, '接口传输'],
    [/^方式/, '弹窗和短信'],
    [/^面向儿童的应用/, ''],
    [/^存储地点/, '中华人民共和国境内'],
    [/^是否向境外提供/, '我们不向境外提供您的个人信息。'],
    [/^其他方式/, '短信验证码'],
    [/^去向/, '不离开您的设备'],
    [/^是否记录/, '不记录您的上网信息'],
    [/^其隐私政策的链接/, 'https://kite.cn/privacy'],
    [/^第三方的名称/, '迅鸽短信服务'],
    [/^应用名称/, '纸鹤'],
    [/^待填写：/, '安卓'],
  ],
  en: [
    [/^check: from|^check whether/, ''],
    [/^check before you write; by public sources: (.+)$/, '$1'],
    [/^data, as/, 'device model, system version'],
    [/^feature/, 'bicycle hire'],
    [/^purpose/, 'show bicycles nearby on the map'],
    [/^necessity/, 'a bicycle cannot be found without them'],
    [/^effect/, 'tell others where you live'],
    [/^kinds of data/, 'phone number and order number'],
    [/^recipient abroad/, 'Kite Logistics Ltd., privacy@kite.example'],
    [/^how long/, 'one year after collection'],
    [/^number/, '10'],
    [/^where, such as “Settings – Account/, '“Settings – Account – Cancel”'],
    [/^where/, '“Settings – Privacy”'],
    [/^e-mail/, 'privacy@paperkite.io'],
    [/^phone/, '+86 571 8600 2231'],
    [/^address/, '90 Wensan Road, Hangzhou'],
    [/^full name|^company/, 'Paper Kite Ltd.'],
    [/^date or event/, 'the hire ends'],
    [/^date/, '20 November 2026'],
    [/^how, such as HTTPS/, 'HTTPS'],
    [/^how/, 'AES-256'],
    [/^who/, 'our support staff'],
    [/^means/, 'a dialog and a text message'],
    [/^manner/, 'an interface'],
    [/^for an app meant/, ''],
    [/^country/, 'China'],
    [/^whether they go abroad/, 'We do not transfer them to other countries.'],
    [/^another way/, 'a code sent to your phone'],
    [/^stays on/, 'stays on the device'],
    [/^record nothing/, 'record nothing'],
    [/^link/, 'https://kite.io/privacy'],
    [/^name of/, 'Pigeon Messages'],
    [/^way/, 'e-mail'],
    [/^app name/, 'Paper Kite'],
    [/^to fill in: /, 'Android'],
  ],
};

/** The text with its blanks filled in; a blank that nobody would know what to write into stays. */
export function filled(text: string): string {
  return text.replaceAll(/【([^】\n]*)】/g, (whole, words: string) => {
    const language = /[\u4e00-\u9fff]/.test(words) ? 'zh' : 'en';
    const [pattern, answer] = FILLINGS[language].find(([start]) => start.test(words)) ?? [];
    return pattern && answer !== undefined ? (answer.includes('$1') ? words.replace(pattern, answer) : answer) : whole;
  });
}

/** A finding as far as one check can be held against another. */
export const keysOf = (findings: readonly Finding[]): readonly string[] =>
  [...new Set(findings.map(({ rule, about }) => `${rule} ${about}`))].toSorted();

/** What happens to a project whose policy takes what a draft gives it. */
export interface Proof {
  readonly before: Examined;
  readonly composed: Composed;
  /** With the blanks open. */
  readonly open: Examined;
  /** With plausible words in the blanks. */
  readonly after: Examined;
  /** What the draft says that it mends. */
  readonly mends: readonly string[];
  /** What a second draft would add to the policy with its blanks open. */
  readonly again: readonly string[];
}

/** Drafts, inserts, fills in and checks again. */
export async function prove(contents: Contents, said: Said = {}): Promise<Proof> {
  const { languages = [] } = said;
  const before = await examineContents(contents, said);
  const composed = await compose(before, languages, 'zh');
  const own = Object.fromEntries(composed.texts);
  const open = await examineContents({ ...contents, ...own }, said);
  const full = Object.fromEntries([...composed.texts].map(([path, text]) => [path, filled(text)]));
  const after = await examineContents({ ...contents, ...full }, said);
  const mends = keysOf(composed.files.flatMap(({ placed }) => placed.flatMap(({ proposal }) => proposal.mends)));
  const again = (await compose(open, languages, 'zh')).files.flatMap(({ placed }) => placed.map(({ text }) => text));
  return { before, composed, open, after, mends, again };
}
