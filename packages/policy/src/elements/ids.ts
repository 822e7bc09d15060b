/** Every element that the policy reader may report; names stand in the knowledge's policy-elements. */
export const ELEMENT_IDS = [
  // Who speaks, and how to reach them.
  'operator-identity', // name of the operator: a company or a named person; values.name. Placeholders do not count
  'contact', // a channel to the operator: values.mail, .phone, .address, .url; 'contact us' without any is partial
  'dpo', // person or department in charge of personal information
  'complaint-channel', // where to complain, report, give feedback: partial without a channel or without the word
  'complaint-time-limit', // within how long complaints and requests are answered: values.days
  'response-time', // same fact as complaint-time-limit for requests on rights: values.days

  // What is done with data.
  'collection-rules', // says what is collected: yes with data named, partial with 'information' only
  'collection-by-function', // collection told function by function (注册时…收集…)
  'purpose', // data bound to a purpose: partial when every purpose is vague
  'method', // how data are processed: automatically, typed in by the user …
  'collection-from-third-parties', // data obtained from others
  'sharing', // with whom and what is shared
  'third-parties', // data go to third parties or third-party SDKs at all
  'no-third-parties', // plainly says that nothing is shared and no third-party code is in it
  'third-party-sdk-list', // third parties or SDKs by name, with data, purpose or link; partial: names only
  'entrusted-processing', // processing on behalf
  'transfer-merger', // merger, acquisition
  'public-disclosure', // publishing data
  'cross-border', // data go abroad, or plainly do not (values.abroad: 'yes' | 'no')
  'storage-location', // where data are stored
  'retention', // a period or a way to work it out: values.days | months | years; partial: 最短时间, as long as necessary
  'log-retention', // how long network or access logs are kept: values.days | months | years
  'no-collection', // plainly says that it collects nothing
  'local-only', // data stay on the device
  'offline', // plainly says that the app does not go online
  'cookies', // cookies and the like
  'device-permissions', // permissions and what they are for
  'self-start', // starts by itself
  'automated-decision', // profiling, recommendation
  'personalization-opt-out', // personalised recommendation can be switched off
  'ads-opt-out', // personalised advertising can be switched off
  'sensitive-pi-separate-consent', // sensitive personal information; yes with separate consent, partial when only named
  'biometric', // face, fingerprint, voiceprint … are collected
  'biometric-consent', // separate consent for face or fingerprint
  'special-industries', // health, finance, face: sector rules
  'vpn', // speaks of a VPN service
  'security-measures', // encryption, access control …; partial: 'we take security seriously'
  'incident-notice', // what happens after a leak
  'consent-exceptions', // cases without consent
  'third-party-links', // links to other sites

  // The user's rights.
  'account', // the policy shows that accounts exist
  'account-cancellation', // how to cancel the account: partial when only its effect is told
  'right-access',
  'right-copy',
  'right-correct',
  'right-delete',
  'right-withdraw-consent', // withdraw consent, switch off permissions, opt out
  'right-portability',
  'right-explanation',
  'grievance-appeal', // human review of automated decisions
  'minors', // a rule for children, or the clear word that it is not for them: values.age

  // The text itself.
  'policy-change-notice', // how changes are told
  'effective-date', // values.date YYYY-MM-DD
  'update-date', // values.date YYYY-MM-DD
  'readability', // where the policy can be found
  'summary-and-list', // 双清单
] as const;

/** Id of an element that the policy reader may report. */
export type ElementId = (typeof ELEMENT_IDS)[number];
