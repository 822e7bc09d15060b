import { defineRule } from '../define-rule.ts';
import { accountSign } from '../elements.ts';
import { sensitiveUses } from '../permissions.ts';
import { isShipped, settingsOf } from '../settings.ts';

type Facts = Record<never, never>;

export default defineRule<{ all: Facts }>({
  id: 'backup-exposes-data',
  severity: 'info',
  title: { zh: '备份带走应用数据', en: 'Backup takes app data along' },
  needs: ['app'],
  articles: ['csl#21', 'csl#42.2', 'csl#59.1', 'pipl#51'],
  cases: [],
  messages: {
    all: {
      zh: () => '系统备份会带走应用的全部数据（allowBackup="true"，没有排除任何内容的备份规则），登录凭据和个人信息可能在其中',
      en: () =>
        'The system backup takes all data of the app along (allowBackup="true", no rules that leave anything out); ' +
        'tokens and personal data may be among them',
    },
  },
  suggestions: {
    rules: {
      zh: () =>
        '设为 false，或用 android:dataExtractionRules（Android 12 起）与 android:fullBackupContent 排除登录凭据和个人信息。',
      en: () =>
        'Set it to false, or keep tokens and personal data out with android:dataExtractionRules (Android 12 and ' +
        'later) and android:fullBackupContent.',
    },
  },
  *check(comparison) {
    for (const one of comparison.app.apps) {
      const on = settingsOf(one, 'allowBackup').find((setting) => isShipped(setting) && setting.value === 'true');
      const rules = [...settingsOf(one, 'fullBackupContent'), ...settingsOf(one, 'dataExtractionRules')];
      // The platform's default is the same, but a line that nobody wrote is no place to send people to.
      if (!on || rules.some(({ value }) => value !== 'true')) continue;
      // Nothing personal to take along, as far as the files show.
      const isPersonal =
        accountSign(comparison) !== undefined || sensitiveUses(comparison).some(({ app }) => app === one);
      if (!isPersonal) continue;
      yield { message: 'all', about: 'allow-backup', at: on.at, confidence: 'low', data: {} };
    }
  },
});
