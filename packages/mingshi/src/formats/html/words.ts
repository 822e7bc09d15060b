import type { Text } from '@mingshi/knowledge';
import type { AssessmentItem, MatrixRow, ReportFinding } from '../../report/report.ts';

/** A state in words, and how it looks; the words alone must do. */
export interface State {
  readonly name: Text;
  readonly look: 'error' | 'warning' | 'info' | 'good' | 'plain';
}

/** What the policy says of something that the app can collect. */
export const policyStates: Readonly<Record<MatrixRow['policy'], State>> = {
  told: { name: { zh: '✓ 写到了', en: '✓ told' }, look: 'good' },
  passing: { name: { zh: '△ 只是顺带提到', en: '△ only in passing' }, look: 'warning' },
  denied: { name: { zh: '✕ 声明不收集', en: '✕ denied' }, look: 'error' },
  silent: { name: { zh: '✕ 没有写到', en: '✕ not told' }, look: 'error' },
  'not-read': { name: { zh: '? 没有读到政策', en: '? no policy read' }, look: 'plain' },
};

/** What the policy says of the purpose. */
export const purposeStates: Readonly<Record<MatrixRow['purpose'], State>> = {
  told: { name: { zh: '✓ 写到了', en: '✓ told' }, look: 'good' },
  vague: { name: { zh: '△ 笼统', en: '△ vague' }, look: 'warning' },
  implied: { name: { zh: '见所引的句子', en: 'in what is quoted' }, look: 'plain' },
  none: { name: { zh: '△ 没有读出目的', en: '△ none read' }, look: 'warning' },
};

/** States of the 31 items; none of them is a verdict. */
export const itemStates: Readonly<Record<AssessmentItem['state'], State>> = {
  found: { name: { zh: '✕ 有发现', en: '✕ found' }, look: 'error' },
  'not-found': { name: { zh: '✓ 未发现', en: '✓ not found' }, look: 'good' },
  'by-hand': { name: { zh: '△ 需人工核对', en: '△ check by hand' }, look: 'warning' },
  'not-checkable': { name: { zh: '? 文件查不了', en: '? not in files' }, look: 'plain' },
};

/** What each state means, for the reader of the table. */
export const itemMeanings: Readonly<Record<AssessmentItem['state'], Text>> = {
  found: { zh: '文件中有属于这一项的发现', en: 'the files hold findings that belong to the item' },
  'not-found': {
    zh: '文件能看出的都查了，没有发现',
    en: 'all that files show of the item was looked at, and nothing was found',
  },
  'by-hand': {
    zh: '文件只能看出一部分，或有一部分没有查',
    en: 'files show only part of it, or part was not looked at',
  },
  'not-checkable': { zh: '只有运行 App 或核对后台才能知道', en: 'shows only when the app runs, or in the back office' },
};

/** Kinds of rows of the matrix. */
export const kindNames: Readonly<Record<MatrixRow['kind'], Text>> = {
  permission: { zh: '权限', en: 'permission' },
  sdk: { zh: 'SDK', en: 'SDK' },
  call: { zh: '代码调用', en: 'calls in code' },
};

/** How a sentence of the policy bears on a row. */
export const saidNames: Readonly<Record<MatrixRow['says'][number]['how'], Text>> = {
  tells: { zh: '', en: '' },
  denies: { zh: '声明不收集：', en: 'denies: ' },
  close: { zh: '最接近的一句：', en: 'closest sentence: ' },
};

/** How sure a finding is. */
export const confidenceNames: Readonly<Record<ReportFinding['confidence'], Text>> = {
  high: { zh: '把握大', en: 'sure' },
  medium: { zh: '把握中等', en: 'fairly sure' },
  low: { zh: '把握不大', en: 'not sure' },
};
