import type { Language } from '@mingshi/knowledge';

/** The user's language: what was asked for, else the locale of the environment, else that of the system. */
export function languageOf(wanted: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (wanted === 'zh' || wanted === 'en') return wanted;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  // Windows and macOS often set none of them.
  const name = locale || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(name) ? 'zh' : 'en';
}

/** `--lang` before anything else is understood: even a mistake in the arguments is told in the right language. */
export function wantedLanguage(argv: readonly string[]): string | undefined {
  const joined = argv.find((word) => word.startsWith('--lang='));
  const at = argv.indexOf('--lang');
  return joined?.slice('--lang='.length) ?? (at < 0 ? undefined : argv[at + 1]);
}
