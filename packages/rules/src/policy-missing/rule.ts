import { leastSure } from '@mingshi/model';
import type { Confidence } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { isForInternet, sensitiveUses, shortName } from '../permissions.ts';

type Facts = { readonly permissions: readonly string[]; readonly file?: string };

/** Why a file that was taken for the policy gave no text. */
const WITHOUT_TEXT = new Set([
  'binary-policy', 'old-word', 'rich-text', 'broken-docx', 'broken-pdf', 'encrypted', 'pdf-without-text', 'pdf-garbled',
  'too-large', 'too-slow', 'unreadable',
]);

/** Pages named after the policy that hold no text of one. */
const WITHOUT_POLICY = new Set(['policy-without-text', 'policy-other-language']);

const asksZh = ({ permissions }: Facts): string =>
  permissions.length > 0 ? `；应用申请了会接触个人信息的权限：${permissions.join('、')}` : '';
const asksEn = ({ permissions }: Facts): string =>
  permissions.length > 0 ? `; the app asks for permissions that open personal data: ${permissions.join(', ')}` : '';

export default defineRule<{ missing: Facts; missingAll: Facts; unread: Facts; page: Facts }>({
  id: 'policy-missing',
  severity: 'error',
  title: { zh: '没有找到隐私政策', en: 'No privacy policy found' },
  needs: ['app'],
  articles: [
    'csl#41.1', 'csl#22.3', 'csl#64.1', 'pipl#7', 'pipl#17.1', 'pipl#66.1', 'ndsr#21.1', 'app-violations-2019#1.1',
  ],
  cases: ['tianjin-2019-health-app', 'chengdu-2019-no-policy', 'chongqing-2020-public-service'],
  messages: {
    missing: {
      zh: (f) => `没有找到隐私政策，应用却申请了会接触个人信息的权限：${f.permissions.join('、')}`,
      en: (f) =>
        'No privacy policy found, yet the app asks for permissions that open personal data: ' +
        `${f.permissions.join(', ')}`,
    },
    missingAll: {
      zh: () => '没有找到隐私政策',
      en: () => 'No privacy policy found',
    },
    unread: {
      zh: (f) => `找到了 ${f.file}，没有读出文字，别的隐私政策没有找到${asksZh(f)}`,
      en: (f) =>
        `Found ${f.file}, but could not read any text in it, and found no other privacy policy${asksEn(f)}`,
    },
    page: {
      zh: (f) => `${f.file} 看名字是隐私政策的页面，没有读到政策的正文，别处也没有找到${asksZh(f)}`,
      en: (f) =>
        `By its name ${f.file} is the page of the privacy policy, but no text of one was read there, nor found elsewhere${asksEn(f)}`,
    },
  },
  suggestions: {
    write: {
      zh: () =>
        '把隐私政策放进项目（如 隐私政策.md），或在 mingshi.yaml 的 policy 中写出它的路径。写明：运营者与联系方式、按功能列出的信息与目的、保存期限、第三方、用户权利。确实什么也不收集的，也写一句说明。',
      en: () =>
        'Put the privacy policy into the project (such as PRIVACY.md) or give its path as policy in ' +
        'mingshi.yaml. Tell who runs the app and how to reach them, the data and purpose of each feature, how ' +
        'long data are kept, third parties, and the rights of users. If the app collects nothing at all, say so ' +
        'in a sentence.',
    },
    replace: {
      zh: () => '换成能选中文字的 PDF、Word 文件，或 Markdown、HTML、纯文本，再检查一次。扫描件里的字，用户也难以查找和放大。',
      en: () =>
        'Give a PDF whose text can be selected, a Word file, Markdown, HTML or plain text, and check again. In a ' +
        'scanned page users cannot search either, nor enlarge the letters well.',
    },
  },
  *check(comparison) {
    const { app, policy } = comparison;
    // A policy that is only linked to was not read: that is reported as not checked, not as missing.
    if (policy.documents.length > 0 || policy.links.length > 0) return;
    const uses = sensitiveUses(comparison);
    const manifest = app.apps.flatMap(({ manifests }) => manifests)[0];
    const place = uses[0]?.use.at ?? (manifest && { file: manifest.path, start: 0, end: 0 });
    if (!place) return;
    const names = [...new Set(uses.map(({ use }) => shortName(use.name)))];
    const online = app.apps.some(({ permissions }) => permissions.some(isForInternet));
    const confidence: Confidence = names.length > 0 ? 'high' : online ? 'medium' : 'low';
    const unread = policy.unread.find(({ file, what }) => file !== undefined && WITHOUT_TEXT.has(what));
    const page = unread ? undefined : policy.unread.find(({ what }) => WITHOUT_POLICY.has(what));
    const file = (unread ?? page)?.file;
    // One cause: each permission is untold too, and naming them here is enough.
    yield {
      message: unread ? 'unread' : page ? 'page' : names.length > 0 ? 'missing' : 'missingAll',
      ...(unread && { suggestion: 'replace' }),
      about: 'privacy-policy',
      at: place,
      related: uses.slice(1).map(({ use }) => ({ at: use.at, note: 'request' })),
      // A page may fetch its text from a server.
      confidence: unread ? 'low' : page ? leastSure(confidence, 'medium') : confidence,
      data: { permissions: names, ...(file !== undefined && { file }) },
    };
  },
});
