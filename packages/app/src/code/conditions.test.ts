import { expect, it } from 'vitest';
import { consentTest } from './conditions.ts';

it.each([
  ['prefs.agreed', 'tested'],
  ['!agreed', 'unrelated'],
  ['!(needsConsent())', 'tested'],
  ['!(shouldAskPrivacy(this))', 'tested'],
  ['needsConsent()', 'unclear'],
  ['!(isShowPrivacy)', 'unclear'],
  ['hasShownPrivacy', 'tested'],
  ['appKey.isNotBlank()', 'unrelated'],
  ['channel.isNullOrEmpty()', 'unrelated'],
  ['token.isNullOrBlank()', 'unrelated'],
  ['ThreadUtils.isMainThread()', 'unrelated'],
  ['RomUtils.isXiaomi()', 'unrelated'],
  ['shouldInitPush()', 'unrelated'],
  ['isMember(user)', 'unclear'],
])('%s before a call is %s', (condition, test) => {
  expect(consentTest(condition)).toBe(test);
});
