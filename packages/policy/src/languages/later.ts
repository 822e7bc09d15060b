/** 如果更新的内容需要获取通讯录，仍会再次征求同意: what an update may bring is not told of today's app. */
export const LATER = {
  zh: /(?:更新|变更|修订|今后|将来|未来|后续|日后)[^。；]{0,20}(?:需要?|拟|如果?|若)[^。；]{0,80}(?:再次|另行|重新|届时|仍会?|单独)[^。；]{0,20}(?:征[求得]|取得|获得|请求|告知|通知|询问)|(?:计划|打算|拟)[^。；]{0,4}(?:下一|新|后续|今后|将来|未来)[^。；]{0,12}(?:收集|获取|读取|申请|接入)/,
  en: /\b(?:future|upcoming|(?:if|should) (?:an?|any|the) (?:app |new )?updates?|new versions?)\b[^.;]{0,80}\b(?:need|require|collect|access)\w*\b[^.;]{0,120}\b(?:consent|permission|ask you|notify|inform)\b|^(?:if|should) we (?:ever )?(?:need|want|wish|decide|have)\b[^.;]{0,80}\b(?:in (?:the )?future|ever)\b[^.;]{0,80}\bwe (?:will|shall|would)\b|^should we ever\b|\bplan to (?:collect|access|use|request)\b[^.;]{0,60}\b(?:future|next|later|upcoming)\b/i,
};
