/** 如果更新的内容需要获取通讯录，仍会再次征求同意: what an update may bring is not told of today's app. */
export const LATER = {
  zh: /(?:更新|变更|修订|今后|将来|未来|后续|日后)[^。；]{0,20}(?:需要?|拟|如果?|若)[^。；]{0,80}(?:再次|另行|重新|届时|仍会?)[^。；]{0,20}(?:征[求得]|取得|获得|请求|告知|通知|询问)/,
  en: /\b(?:future|upcoming|(?:if|should) (?:an?|any|the) (?:app |new )?updates?|new versions?)\b[^.;]{0,80}\b(?:need|require|collect|access)\w*\b[^.;]{0,120}\b(?:consent|permission|ask you|notify|inform)\b/i,
};
