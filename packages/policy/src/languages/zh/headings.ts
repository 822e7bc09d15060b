import type { Unit } from '../../units/unit.ts';
import { frameOf } from './frames.ts';
import type { Actor, Frame } from './frames.ts';

/** The headings above a unit, the nearest first; a heading is not above itself. */
export function headingsAbove(unit: Unit): string[] {
  const own = bare(unit.sentences[0]?.plain ?? '');
  const above = unit.headings.toReversed();
  return above[0] !== undefined && bare(above[0]) === own ? [] : above;
}

/** A heading that carries the verb for the nouns under it, given those above, the nearest first. */
export function headingFrame(above: readonly string[], first: Actor): Frame | undefined {
  for (const heading of above) {
    if (!/收集|提供的.{0,4}信息|获取|获得的?.{0,4}信息/.test(heading)) continue;
    const frame = frameOf('collect', /您.{0,6}提供/.test(heading) ? { role: 'user', name: '' } : first);
    // 我们不收集的信息: what stands below is denied.
    frame.negated = DENIED.test(heading);
    return frame;
  }
  return undefined;
}

/** 晨光推送SDK above fields that do not say whose they are: that SDK collects. */
export function sdkFrame([heading = '']: readonly string[]): Frame | undefined {
  const name = SDK_NAME.exec(heading)?.[1];
  return name && !NO_NAME.test(name) ? frameOf('collect', { role: 'third-party', name }) : undefined;
}

const SDK_NAME = /^[\s\d.、()（）一二三四五六七八九十*]{0,12}([^，。：:；、（）()]{1,24}?\s?SDK)(?:[（(][^（）()]{1,30}[）)])?[\s*]*$/i;
/** 第三方SDK, 推送类SDK: no one of them. */
const NO_NAME = /^(?:第三方|合作方|合作伙伴|相关|其他|各类|主要)|类\s?SDK$|使用|接入|集成|嵌入|收集|我们|信息|关于|涉及/i;

const DENIED = /(?:不会?|从不|绝不|不曾|未曾?|没有)(?:主动|故意)?(?:收集|获取)/;

/** Whether the nearest heading announces what is collected: 我们收集的信息的范围. */
export function isScope([heading]: readonly string[]): boolean {
  return heading !== undefined && /收集的?[^，。]{0,8}(?:信息|数据)的?(?:范围|种类|类型|类别)/.test(heading);
}

function bare(text: string): string {
  return /[*_#\s]/.test(text) ? text.replaceAll(/[*_#\s]/g, '') : text;
}

/** Every title that a reader of titles takes something from has one of these words. */
const READ = /收集|提供的|获取|获得|权限|SDK/i;

/**
 * What of the titles above a unit decides how it is read; none when that cannot be told from them alone. Most titles
 * decide nothing, and those that only number a chapter must not make it another one.
 */
export function decidingTitles({ headings, sentences }: Unit): string | undefined {
  if (!headings.some((heading) => READ.test(heading))) return '';
  const own = bare(sentences[0]?.plain ?? '');
  return bare(headings.at(-1) ?? '') === own ? undefined : headings.join('\u0001');
}
