import type { Location } from '@mingshi/model';
import { childrenNamed, findAttribute, type XmlDocument, type XmlElement } from '../../xml/elements.ts';

/** Whether unencrypted traffic is permitted, at large or for one domain. */
interface CleartextRule {
  readonly value: string;
  readonly domain?: string;
  readonly at: Location;
}

const PERMITTED = 'cleartextTrafficPermitted';

/** The cleartext rules of a network security config; `debug-overrides` cannot hold any. */
export function readCleartextRules(document: XmlDocument): readonly CleartextRule[] {
  const { root, text, path } = document;
  const rule = (element: XmlElement): CleartextRule | undefined => {
    const set = findAttribute(element, '', PERMITTED);
    return set && { value: set.value, at: { file: path, start: set.start, end: set.end } };
  };
  const domainRules = (config: XmlElement, inherited: CleartextRule | undefined): readonly CleartextRule[] => {
    const own = rule(config) ?? inherited;
    const domains = childrenNamed(config, 'domain').map(({ contentStart, contentEnd }) =>
      text.slice(contentStart, contentEnd).trim(),
    );
    return [
      ...(own ? domains.map((domain) => ({ ...own, domain })) : []),
      ...childrenNamed(config, 'domain-config').flatMap((inner) => domainRules(inner, own)),
    ];
  };
  return [
    ...childrenNamed(root, 'base-config').flatMap((base) => rule(base) ?? []),
    ...childrenNamed(root, 'domain-config').flatMap((config) => domainRules(config, undefined)),
  ];
}
