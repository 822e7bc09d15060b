import type { App, AppSetting, Related } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { told } from '../elements.ts';
import { isShipped, settingsOf } from '../settings.ts';

type Facts = { readonly domain: string };

/** Hosts that never leave the device or the local network. */
const LOCAL =
  /^(?:localhost|10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0|.*\.(?:local|lan|test)$)/;

export default defineRule<{ all: Facts; domain: Facts; claimed: Facts }>({
  id: 'cleartext-traffic',
  severity: 'warning',
  title: { zh: '允许明文传输', en: 'Cleartext traffic allowed' },
  needs: ['app'],
  articles: ['csl#21', 'csl#42.2', 'csl#59.1', 'pipl#51.1(3)', 'ndsr#9', 'dsl#27'],
  cases: ['cverc-2026-72-apps', 'tongzhou-2024-courier-mini-program'],
  messages: {
    all: {
      zh: () => '应用允许用 HTTP 明文传输数据',
      en: () => 'The app may send data in clear text (HTTP)',
    },
    domain: {
      zh: (f) => `应用允许向 ${f.domain} 用 HTTP 明文传输数据`,
      en: (f) => `The app may send data to ${f.domain} in clear text (HTTP)`,
    },
    claimed: {
      zh: () => '应用允许用 HTTP 明文传输数据，政策却写了安全保护措施，请核对两边是否一致',
      en: () =>
        'The app may send data in clear text (HTTP), while the policy describes security measures: check that ' +
        'both agree',
    },
  },
  suggestions: {
    https: {
      zh: () => '改用 HTTPS 并设为 false；个别域名确需明文时，在 network_security_config 中只放行那一个域名。',
      en: () =>
        'Use HTTPS and set it to false; where one domain really needs clear text, allow that domain alone in ' +
        'network_security_config.',
    },
  },
  *check({ app, policy }) {
    const measures = told(policy, 'security-measures');
    const claim: readonly Related[] = measures ? [{ at: measures.quote.at, note: 'statement' }] : [];
    for (const setting of app.apps.flatMap(cleartextSettings)) {
      // Test hosts and devices at home have no certificate to offer.
      if (setting.scope !== undefined && LOCAL.test(setting.scope)) continue;
      yield {
        message: setting.scope !== undefined ? 'domain' : measures ? 'claimed' : 'all',
        about: setting.scope === undefined ? 'cleartext-traffic' : `cleartext-traffic:${setting.scope}`,
        at: setting.at,
        related: setting.scope === undefined ? claim : [],
        confidence: setting.scope === undefined ? 'medium' : 'low',
        data: { domain: setting.scope ?? '' },
      };
    }
  },
});

/**
 * What allows clear text in what is shipped: the security config where there is one, which overrides the attribute.
 */
function cleartextSettings(app: App): readonly AppSetting[] {
  const inConfig = settingsOf(app, 'cleartextTrafficPermitted').filter(isShipped);
  const hasConfig = inConfig.length > 0 || settingsOf(app, 'networkSecurityConfig').some(isShipped);
  const allowed = inConfig.filter(({ value }) => value === 'true');
  const attribute = settingsOf(app, 'usesCleartextTraffic').filter((each) => isShipped(each) && each.value === 'true');
  return hasConfig && (app.minSdk ?? 0) >= 24 ? allowed : allowed.length > 0 ? allowed : hasConfig ? [] : attribute;
}
