import { defineRule } from '../define-rule.ts';
import { isShipped, settingsOf } from '../settings.ts';

type Facts = Record<never, never>;

export default defineRule<{ debuggable: Facts }>({
  id: 'debuggable-release',
  severity: 'warning',
  title: { zh: '发布版可调试', en: 'Debuggable release' },
  needs: ['app'],
  articles: ['csl#21', 'csl#42.2', 'csl#59.1', 'pipl#51'],
  cases: ['tongzhou-2024-courier-mini-program', 'fengqiu-2024-source-map'],
  messages: {
    debuggable: {
      zh: () => '发布版设为可调试（debuggable="true"），设备上的人可以读取应用内的数据',
      en: () =>
        'The release is debuggable (debuggable="true"): whoever holds the device can read the data inside the app',
    },
  },
  suggestions: {
    remove: {
      zh: () => '去掉这个设置：调试版由构建工具自动打开，发布版默认关闭。',
      en: () =>
        'Remove the setting: the build tool switches it on for debug builds by itself and leaves it off for ' +
        'releases.',
    },
  },
  *check({ app }) {
    for (const setting of app.apps.flatMap((one) => settingsOf(one, 'debuggable'))) {
      // A debug source set or build type is meant to be debugged.
      if (setting.value !== 'true' || !isShipped(setting)) continue;
      yield { message: 'debuggable', about: 'debuggable', at: setting.at, confidence: 'high', data: {} };
    }
  },
});
