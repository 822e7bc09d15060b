import type { Sdk, Text } from '@mingshi/knowledge';

/** What SDKs of a category do, as a policy would say it. */
const PURPOSES: Readonly<Record<string, Text>> = {
  ads: { zh: '广告', en: 'advertising' },
  analytics: { zh: '统计分析', en: 'analytics' },
  attribution: { zh: '渠道归因', en: 'attribution' },
  backend: { zh: '云服务', en: 'backend service' },
  consent: { zh: '同意管理', en: 'consent management' },
  crash: { zh: '崩溃与性能监控', en: 'crash and performance monitoring' },
  credit: { zh: '信用评估', en: 'credit assessment' },
  'customer-service': { zh: '在线客服', en: 'customer service' },
  'device-id': { zh: '设备标识', en: 'device identification' },
  'e-commerce': { zh: '电商', en: 'e-commerce' },
  framework: { zh: '应用框架', en: 'app framework' },
  'game-channel': { zh: '游戏渠道', en: 'game channel' },
  health: { zh: '健康', en: 'health' },
  identity: { zh: '身份验证', en: 'identity verification' },
  iot: { zh: '智能设备', en: 'smart devices' },
  login: { zh: '第三方登录与分享', en: 'sign-in and sharing' },
  map: { zh: '地图与定位', en: 'maps and location' },
  media: { zh: '音视频', en: 'audio and video' },
  messaging: { zh: '即时通信', en: 'messaging' },
  ml: { zh: '机器学习', en: 'machine learning' },
  'one-tap-login': { zh: '一键登录', en: 'one-tap sign-in' },
  payment: { zh: '支付', en: 'payment' },
  push: { zh: '消息推送', en: 'push notifications' },
  'risk-control': { zh: '风险控制', en: 'risk control' },
  security: { zh: '安全防护', en: 'security' },
  sms: { zh: '短信验证', en: 'text message verification' },
  speech: { zh: '语音识别与合成', en: 'speech' },
  storage: { zh: '云存储', en: 'cloud storage' },
  tool: { zh: '工具', en: 'tools' },
  webview: { zh: '网页内核', en: 'web view' },
};

/** What an SDK does. */
export function purposeOf({ category }: Sdk): Text {
  return PURPOSES[category] ?? { zh: category, en: category };
}

/** Whether the words say what it is for, and not only what kind of thing it is. */
export const isPurpose = ({ en }: Text): boolean => !NO_PURPOSE.has(en);

const NO_PURPOSE: ReadonlySet<string> = new Set(
  ['backend', 'framework', 'iot', 'ml', 'tool', 'webview'].map((category) => PURPOSES[category]?.en ?? ''),
);

/** Items of a list as a sentence holds them. */
export const listed = {
  zh: (items: readonly Text[]): string => items.map(({ zh }) => zh).join('、'),
  en: (items: readonly Text[]): string => items.map(({ en }) => en).join(', '),
};
