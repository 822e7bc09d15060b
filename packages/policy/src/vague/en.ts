import type { Signs } from './judge.ts';

/** English words around a vague term. */
export const signs: Signs = {
  denied: /\b(?:not|never|no|nor|neither|without|unless|except|cannot|if you (?:do|choose|decide)|rights? to|request that|rules applicable to)\b|n['’]t\b/i,
  lead: /^including/i,
  example: /^such as/i,
  tail: /^(?:etc|and so on|and (?:much )?more|among others)/i,
  rest: /^(?:any\s+)?other\b/i,
  joins: /\b(?:and|or)\s+$/i,
  otherFirst: /$^/,
  between: /$^/,
  open: /^[^.;]{0,120}\b(?:etc|and so on|among others)\b|^[^.;,]{0,60}[.;]/i,
  listed: /:|\(|\b(?:including|such as|namely|e\.g|i\.e|for example|as follows|listed|below)\b/i,
  collected: /\b(?:we|us|app|application|service)\b[^.;]{0,40}\b(?:collect|gather|access|obtain|receive|request|ask (?:you )?for)s?\s*$/i,
  occasion: /./,
  framing: /\b(?:this (?:privacy )?(?:policy|notice|statement)|described|set out|outlined|above|below|following|these|aggregate\w*|anonymous|non-personal)\b/i,
  defined: /\b(?:is|means|refers to|includes?) (?:any |all )?(?:information|data) (?:that|which|about)\b|\bremember\b|\bdetermined through\b|\bmust still\b/i,
  otherList: /\b(?:measures|remedies|rights|reasons|purposes|cookies|activit|services|liabilit)/i,
  otherHead: /(?:sources|parties|providers|partners|services|companies)$/i,
  fixes: /\b(?:bugs?|crash\w*|errors?|failures?)\b/i,
  details: /^[^.]{0,120}\b(?:includ(?:e|es|ing)|as follows|following|such as|namely)\b|^(?:the|this|such|that) (?:types? of )?(?:information|data|details)\b|:\s*$/i,
  known: /\b(?:such|these|those|aforementioned|said|as Internet|such as [^.;]{0,60})\s*$/i,
  purpose:
    /\b(?:register|registration|log ?in|sign|pay|deliver|ship|verif|authenticat|fraud|secur|crash|bug|debug|analy|statistic|advertis|notif|respond|contact you|support|locat|map|weather|scan|photo|diagnos|research|communicat|recommend|e-?mail|comply|legal|personali|fix|monitor|process|fulfil|track|send|display|connect|friends|invit|that (?:are|we|you)|disclosed to you|you consent)/i,
  recipient:
    /\b(?:notified|notify|Privacy Shield|transfer of personal (?:data|information) from|corrected|Inc|Limited|LIMITED|LLC|Ltd|GmbH|listed|list of|following|table|set (?:out|forth)|below|annex|appendix|see|described|laws?|legal|court|subpoena|authorit\w+|consent|permission|anonym\w+|aggregate\w*|non-personal\w*|obligat\w+|merger|acquisition|bankruptcy|you (?:choose|direct|ask|request))\b/,
  role: /^,? \(?(?:such as|including|like|e\.g|i\.e|namely|who|that|which|to whom|with (?:whom|which)|to (?:help|perform|provide|assist|process)|helping|performing|providing|for (?:the purpose|their)|(?:with)?in the [\w ]{1,30}(?:group|family))\b/i,
  explained:
    /^\s*(?:for (?:example|instance)\b|examples\b|e\.g\.|(?:these|such|those|some of these) (?:\w+ ){0,3}(?:parties|partners|providers|companies|vendors|affiliates|entities) (?:may |will |can )?(?:include|help|assist|provide|perform|process|host|deliver|are)\b)/i,
  adjective:
    /^(?:other |any |certain |some )?third[- ]party (?!(?:or|and|in|with|for|to|when|if|unless|without|may|will|as|at|by|on|is|only|under|through|upon|outside|pursuant|where|across|so|that|which|who|whom|not|until|except|after|before|during)\b)[a-z]+/i,
  group: /affiliat/i,
  groupIs: /\b(?:affiliates?|affiliated companies|subsidiaries)\b[^.]{0,60}(?:\binclud|\bare listed|\bfollowing|\blist of\b|\bmeans?\b|:)/i,
  othersAre:
    /\b(?:partners|third[- ]part(?:y|ies)|(?:service )?providers|vendors|advertisers|companies)\b[^.]{0,60}(?:\binclud|\bsuch as\b|\blisted\b|\bfollowing\b|\blist of\b|\bas follows\b|:\s*$)|\blist of (?:our |the )?(?:third|partners|providers|vendors)/i,
  serves: /provid|operat|maintain/i,
  function: /\bwhen (?:you|a user)\b/i,
  near: 70,
  number: /\d|\b(?:account|uninstall|days?|months?|years?)\b/i,
  keeps: /\b(?:retain|keep|kept|stor|hold|retention)/i,
};
