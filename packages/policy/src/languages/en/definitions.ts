import type { Unit } from '../../units/unit.ts';
import { carries } from './carriers.ts';

const DEFINED = new RegExp(
  String.raw`^[\s"“”'•-]*(?:as used (?:herein|in this [\w ]{1,30}),?\s*)?(?:the terms?\s*)?["“”']?(?:sensitive )?` +
    String.raw`personal(?:ly identifiable)? (?:information|data)["“”']?\s*(?:\([^)]{0,60}\)\s*)?,?` +
    String.raw`(?:\s*in terms of [^,]{1,20},?)?\s*(?:means|shall mean|refers to|is defined as` +
    String.raw`|is (?:any )?(?:information|data) (?:that|which|about|relat))`,
  'i',
);
const HANDLED = /\byour\b|\b(?:collect|gather|obtain|receiv|process)|\byou (?:provide|give|submit|share)/i;

/** "Personal data means any information that identifies a person, such as a name": names data and tells nothing. */
export function isDefinition(text: string, headings: Unit['headings']): boolean {
  if (DEFINED.test(text) && !HANDLED.test(text)) return true;
  return (KIND.test(text) || TERM.test(text)) && !TOLD.test(text) && !headings.some(carries);
}

/** '"Device ID" means a code such as the IMEI'. */
const TERM = /^\s*["“][^"”]{2,40}["”] (?:means|shall mean|refers to|is defined as)\b/;

/** "Sensitive information includes call logs": what belongs to a kind, of nobody. */
const KIND = new RegExp(
  String.raw`^[\s"“”'•-]*(?:sensitive|special (?:categories|kinds) of|biometric|personal)(?: personal)? (?:information|data)["”']? ` +
    String.raw`(?:may |can |also |typically |generally )?(?:includes?|comprises?|contains?|covers?)\b`,
  'i',
);
const TOLD = /\b(?:your|you|we|us|our|users?['’]?)\b|\b(?:collect|gather|obtain|receiv|process)/i;
