import type { Stage } from '../comparison.ts';
import { readyFor } from '../engine.ts';
import type { Surroundings } from './outcome.ts';

const words: Readonly<Record<Stage, { readonly zh: string; readonly en: string }>> = {
  files: { zh: '查找文件 …', en: 'looking for files …' },
  app: { zh: '读取应用 …', en: 'reading the app …' },
  policy: { zh: '读取政策 …', en: 'reading the policy …' },
  compare: { zh: '对照 …', en: 'comparing …' },
};

/** One line on a terminal for work over a second, gone when the work is done; nothing anywhere else. Readies the engine for each stage. */
export function progressOn({ stderr, language }: Pick<Surroundings, 'stderr' | 'language'>): {
  readonly stage: (stage: Stage, bytes?: number) => Promise<void>;
  readonly done: () => void;
} {
  if (stderr.isTTY !== true) {
    return {
      stage: (stage, bytes) => Promise.resolve(readyFor(stage, bytes)),
      done: () => undefined,
    };
  }
  let current: Stage = 'files';
  let shown = false;
  const show = (): void => {
    shown = true;
    stderr.write(`\r\u001b[K${words[current][language]}`);
  };
  const timer = setTimeout(show, 1000);
  return {
    stage: async (stage, bytes) => {
      readyFor(stage, bytes);
      current = stage;
      if (shown) show();
      // Reading is one long breath: this is where the timer gets its turn.
      await new Promise((resolve) => setImmediate(resolve));
    },
    done: () => {
      clearTimeout(timer);
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
