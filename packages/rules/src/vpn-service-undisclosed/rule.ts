import type { Component } from '@mingshi/model';
import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { told } from '../elements.ts';

type Facts = { readonly service: string };

const vpn: Wording<Facts> = {
  part: 'collection',
  zh: () =>
    '应用使用系统的 VPN 接口实现【功能，如在本机过滤广告】，流量【去向：不离开设备，或者经过我们在何处的服务器】，我们【是否记录上网信息，记录哪些】。',
  en: () =>
    'The app uses the VPN interface of the system for 【feature, such as filtering ads on the device】; traffic 【stays on the ' +
    'device, or passes through our servers in which place】; we 【record nothing, or what】.',
};

export default defineRule<{ service: Facts }>({
  id: 'vpn-service-undisclosed',
  severity: 'info',
  title: { zh: '提供 VPN 服务，政策没有写', en: 'Undisclosed VPN service' },
  needs: ['app', 'policy'],
  articles: ['pipl#17.1(2)', 'csl#27', 'csl#63.1'],
  cases: [],
  messages: {
    service: {
      zh: (f) => `应用声明了 VPN 服务 ${f.service}，政策没有说明用途、是否经过自己的服务器`,
      en: (f) =>
        `The app declares the VPN service ${f.service}; the policy does not say what it is for or whether ` +
        'traffic passes through servers of its own',
    },
  },
  suggestions: {
    tell: toAdd(vpn, {
      zh: '境内经营 VPN 业务另有许可要求，请向专业人士确认。',
      en: 'Offering VPN services in China needs a licence: ask a professional.',
    }),
  },
  paragraphs: { tell: vpn },
  *check({ app, policy }) {
    // The policy speaks of it: what it says is for its readers to weigh.
    if (told(policy, 'vpn')) return;
    for (const component of app.apps.flatMap(({ components }) => components).filter(isVpnService)) {
      const service = component.name.slice(component.name.lastIndexOf('.') + 1);
      yield { message: 'service', about: component.name, at: component.at, confidence: 'medium', data: { service } };
    }
  },
});

function isVpnService({ kind, permission, actions }: Component): boolean {
  return (
    kind === 'service' &&
    (permission === 'android.permission.BIND_VPN_SERVICE' || actions.includes('android.net.VpnService'))
  );
}
