import type { Language } from '@mingshi/knowledge';

/**
 * A comment in what we write for people: what stands in it is quoted or still to be published, and must not be taken
 * for the policy by the next check (packages/policy/src/discovery/own-output.ts).
 */
export const madeBy = (command: 'check' | 'inventory' | 'draft', language: Language): string =>
  ({
    zh: `<!-- mingshi ${command} 生成；有这一行时，不当作隐私政策读取 -->`,
    en: `<!-- made by mingshi ${command}; not read as the policy while this line is here -->`,
  })[language];
