import type { Comparison, Confidence, Phrase, PolicyElement, PolicyReading, Related } from '@mingshi/model';
import { sensitiveUses } from './permissions.ts';

/** What the policy says on an element: the fullest telling of it, over all documents. */
export function told(policy: PolicyReading, id: string): PolicyElement | undefined {
  const all = policy.elements.filter((element) => element.id === id);
  return all.find((element) => element.told === 'yes') ?? all[0];
}

/** Whether the policy tells the element in full. */
export function isTold(policy: PolicyReading, id: string): boolean {
  return told(policy, id)?.told === 'yes';
}

/**
 * Whether the policy plainly says that nothing is collected and the app asks for nothing that would belie it: then the
 * duties that come with collecting (how long, to whom, how to withdraw) have no object.
 */
export function collectsNothing(comparison: Comparison): boolean {
  return (
    isTold(comparison.policy, 'no-collection') &&
    sensitiveUses(comparison).length === 0 &&
    accountSign(comparison) === undefined
  );
}

/** Whether the data stay on the device: the policy says so, and never that it passes any on. */
export function staysOnDevice(policy: PolicyReading): boolean {
  const passesOn = policy.statements.some(
    ({ negated, action, actor }) => !negated && actor.role === 'first-party' && (action === 'share' || action === 'transfer'),
  );
  return isTold(policy, 'local-only') && !passesOn;
}

/** Why the app is taken to have accounts: the policy's words first, else a string of the app's own. */
export function accountSign({ policy, app }: Comparison): Related | undefined {
  const element = told(policy, 'account');
  if (element) return { at: element.quote.at, note: 'statement' };
  const sign = ownWords(policy, app.apps.flatMap((one) => one.accountSigns))[0];
  return sign && { at: sign.at, note: 'sign' };
}

/** Words of the app itself: a program that holds the policy shows the policy's words, not the app's. */
export function ownWords(policy: PolicyReading, words: readonly Phrase[]): readonly Phrase[] {
  const held = new Set(policy.documents.map(({ path }) => path));
  return words.filter(({ at }) => !held.has(at.file));
}

/** How sure it is that something is missing: a policy that continues elsewhere may say it there. */
export function absence(policy: PolicyReading): Confidence {
  return policy.links.length > 0 ? 'medium' : 'high';
}
