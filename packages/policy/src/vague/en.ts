import type { Signs } from './judge.ts';

/** English words around a vague term. */
export const signs: Signs = {
  denied: /\b(?:not|never|no|nor|neither|without|unless|except|cannot|if you (?:do|choose|decide))\b|n['’]t\b/i,
  lead: /^including/i,
  example: /^such as/i,
  tail: /^(?:etc|and so on|and (?:much )?more|among others)/i,
  between: /$^/,
  open: /^[^.;]{0,120}\b(?:etc|and so on|among others)\b|^[^.;,]{0,60}[.;]/i,
  listed: /:|\(|\b(?:including|such as|namely|e\.g|i\.e|for example|as follows|listed|below)\b/i,
  framing: /\b(?:this (?:privacy )?(?:policy|notice|statement)|described|set out|outlined|above|below|following|these|aggregate\w*|anonymous|non-personal)\b/i,
  otherList: /\b(?:measures|remedies|rights|reasons|purposes|cookies|activit|services|liabilit)/i,
  purpose:
    /\b(?:register|registration|log ?in|sign|pay|deliver|ship|verif|authenticat|fraud|secur|crash|bug|debug|analy|statistic|advertis|notif|respond|contact you|support|locat|map|weather|scan|photo|diagnos|research|communicat|recommend|e-?mail|comply|legal|personali|fix|monitor|process|fulfil|track|send|display)/i,
  recipient:
    /\b(?:Inc|LLC|Ltd|GmbH|listed|list of|following|annex|appendix|see|described|laws?|legal|court|subpoena|authorit\w+|consent|permission|anonym\w+|aggregate\w*|non-personal\w*|obligat\w+|merger|acquisition|bankruptcy|you (?:choose|direct|ask|request))\b/,
  role: /^,? \(?(?:who|that|which|to (?:help|perform|provide|assist|process)|helping|performing|providing|for (?:the purpose|their))\b/i,
  number: /\d|\b(?:account|uninstall|days?|months?|years?)\b/i,
  keeps: /\b(?:retain|keep|kept|stor|hold|retention)/i,
};
