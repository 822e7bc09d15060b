import type { Text } from '@mingshi/knowledge';
import type { Comparison, Finding, Rule } from '@mingshi/model';
import { compareBy } from './compare.ts';
import backupExposesData from './backup-exposes-data/rule.ts';
import biometricWithoutConsent from './biometric-without-consent/rule.ts';
import borrowedPolicy from './borrowed-policy/rule.ts';
import claimedOffline from './claimed-offline/rule.ts';
import cleartextTraffic from './cleartext-traffic/rule.ts';
import collectedBeforeConsent from './collected-before-consent/rule.ts';
import consentImplied from './consent-implied/rule.ts';
import consentPreticked from './consent-preticked/rule.ts';
import debuggableRelease from './debuggable-release/rule.ts';
import deniedButCollected from './denied-but-collected/rule.ts';
import excessivePermission from './excessive-permission/rule.ts';
import forcedConsent from './forced-consent/rule.ts';
import hardToRead from './hard-to-read/rule.ts';
import incompleteSdkDisclosure from './incomplete-sdk-disclosure/rule.ts';
import languageDrift from './language-drift/rule.ts';
import logRetentionTooShort from './log-retention-too-short/rule.ts';
import minorAgeNotFourteen from './minor-age-not-fourteen/rule.ts';
import missingChapter from './missing-chapter/rule.ts';
import noAccountCancellation from './no-account-cancellation/rule.ts';
import noChangeNotice from './no-change-notice/rule.ts';
import noCollectionRules from './no-collection-rules/rule.ts';
import noComplaintChannel from './no-complaint-channel/rule.ts';
import noConsentWithdrawal from './no-consent-withdrawal/rule.ts';
import noCrossBorderStatement from './no-cross-border-statement/rule.ts';
import noDataRights from './no-data-rights/rule.ts';
import noEffectiveDate from './no-effective-date/rule.ts';
import noMinorProtection from './no-minor-protection/rule.ts';
import noOperatorContact from './no-operator-contact/rule.ts';
import noPersonalizationOptOut from './no-personalization-opt-out/rule.ts';
import noRetentionPeriod from './no-retention-period/rule.ts';
import noSecurityMeasures from './no-security-measures/rule.ts';
import noSharingConsent from './no-sharing-consent/rule.ts';
import noSimplifiedChinese from './no-simplified-chinese/rule.ts';
import noThirdPartyList from './no-third-party-list/rule.ts';
import permissionRequestWithoutRationale from './permission-request-without-rationale/rule.ts';
import permissionWithoutPurpose from './permission-without-purpose/rule.ts';
import permissionsRequestedInBulk from './permissions-requested-in-bulk/rule.ts';
import policyMissing from './policy-missing/rule.ts';
import policyNotLinked from './policy-not-linked/rule.ts';
import sdkDataUndisclosed from './sdk-data-undisclosed/rule.ts';
import selfContradiction from './self-contradiction/rule.ts';
import slowResponse from './slow-response/rule.ts';
import staleDisclosure from './stale-disclosure/rule.ts';
import staleSdkDisclosure from './stale-sdk-disclosure/rule.ts';
import templatePlaceholder from './template-placeholder/rule.ts';
import undisclosedData from './undisclosed-data/rule.ts';
import undisclosedPermission from './undisclosed-permission/rule.ts';
import undisclosedSdk from './undisclosed-sdk/rule.ts';
import unmarkedSensitiveData from './unmarked-sensitive-data/rule.ts';
import unreasonableAccountCancellation from './unreasonable-account-cancellation/rule.ts';
import unusedPermission from './unused-permission/rule.ts';
import vaguePurpose from './vague-purpose/rule.ts';
import vagueRecipient from './vague-recipient/rule.ts';
import vagueScope from './vague-scope/rule.ts';
import vpnServiceUndisclosed from './vpn-service-undisclosed/rule.ts';

export { canSpeak } from './compare.ts';
export { inPolicy } from './data-words.ts';
export { describe } from './describe.ts';
export type { Description } from './describe.ts';
export { matrixOf } from './matrix.ts';
export type { MatrixRow, Said } from './matrix.ts';
export { familyOf } from './permission-families.ts';
export { sdksAreRead } from './sdks.ts';

/** Rules that belong together, for people who look for one. */
export interface RuleGroup {
  readonly title: Text;
  readonly rules: readonly Rule[];
}

/** Every rule, in the order in which a reader would ask: app against policy, code, the policy itself, security. */
export const ruleGroups: readonly RuleGroup[] = [
  {
    title: { zh: '应用与政策对照', en: 'The app against its policy' },
    rules: [
      undisclosedPermission,
      undisclosedSdk,
      incompleteSdkDisclosure,
      sdkDataUndisclosed,
      deniedButCollected,
      claimedOffline,
      permissionWithoutPurpose,
      staleDisclosure,
      staleSdkDisclosure,
      excessivePermission,
      biometricWithoutConsent,
    ],
  },
  {
    title: { zh: '代码与政策、同意对照', en: 'The code against policy and consent' },
    rules: [
      undisclosedData,
      collectedBeforeConsent,
      consentPreticked,
      consentImplied,
      permissionsRequestedInBulk,
      permissionRequestWithoutRationale,
      policyNotLinked,
      unusedPermission,
    ],
  },
  {
    title: { zh: '政策本身', en: 'The policy itself' },
    rules: [
      policyMissing,
      noCollectionRules,
      vaguePurpose,
      vagueScope,
      vagueRecipient,
      unmarkedSensitiveData,
      selfContradiction,
      languageDrift,
      templatePlaceholder,
      borrowedPolicy,
      missingChapter,
      noSimplifiedChinese,
      hardToRead,
      noOperatorContact,
      noRetentionPeriod,
      noSecurityMeasures,
      noAccountCancellation,
      unreasonableAccountCancellation,
      forcedConsent,
      noConsentWithdrawal,
      noPersonalizationOptOut,
      noDataRights,
      noComplaintChannel,
      slowResponse,
      noMinorProtection,
      minorAgeNotFourteen,
      noThirdPartyList,
      noSharingConsent,
      noCrossBorderStatement,
      noChangeNotice,
      noEffectiveDate,
    ],
  },
  {
    title: { zh: '应用文件能如实反映的安全义务', en: 'What files can honestly show of security duties' },
    rules: [cleartextTraffic, debuggableRelease, backupExposesData, logRetentionTooShort, vpnServiceUndisclosed],
  },
];

/** Every rule. */
export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules);

/** Holds the app against its policy: what the rules found, each thing once, by file, place and rule. */
export function compare(comparison: Comparison, chosen: readonly Rule[] = rules): readonly Finding[] {
  return compareBy(chosen, comparison);
}
