const FULL = /有限(?:责任)?公司|股份公司|[\u4e00-\u9fff]{3}(?:医院|大学|中心)$|\b(?:Inc|Ltd|LLC|GmbH|Corp|Limited)\b/;

/** Whether a name is the full one of a company or an institution, which no general word (合作伙伴, 物流公司) is. */
export function isFullName(name: string): boolean {
  return FULL.test(name) && !/的|关联/.test(name);
}
