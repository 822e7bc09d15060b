import type { Stage } from '../comparison.ts';
import { readyFor } from '../engine.ts';
import type { Surroundings } from './outcome.ts';

type OnStage = (stage: Stage, bytes?: number) => void | Promise<void>;

/** Does the work of a command that goes through stages: the engine is readied for each, and a terminal told of it. */
export async function inStages<T>(around: Surroundings, work: (onStage: OnStage) => Promise<T>): Promise<T> {
  const line = around.stderr.isTTY === true ? progressLine(around) : undefined;
  try {
    return await work((stage, bytes) => {
      readyFor(stage, bytes);
      return line?.show(stage);
    });
  } finally {
    line?.clear();
  }
}

const words: Readonly<Record<Stage, { readonly zh: string; readonly en: string }>> = {
  files: { zh: '查找文件 …', en: 'looking for files …' },
  app: { zh: '读取应用 …', en: 'reading the app …' },
  policy: { zh: '读取政策 …', en: 'reading the policy …' },
  compare: { zh: '对照 …', en: 'comparing …' },
};

/** One line on a terminal for work over a second, gone when the work is done. */
function progressLine({ stderr, language }: Surroundings) {
  let current: Stage = 'files';
  let shown = false;
  const write = (): void => {
    shown = true;
    stderr.write(`\r\u001b[K${words[current][language]}`);
  };
  const timer = setTimeout(write, 1000);
  return {
    show: async (stage: Stage): Promise<void> => {
      current = stage;
      if (shown) write();
      // Reading is one long breath: this is where the timer gets its turn.
      await new Promise((resolve) => setImmediate(resolve));
    },
    clear: (): void => {
      clearTimeout(timer);
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
