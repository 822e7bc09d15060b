import { Worker } from 'node:worker_threads';

/** What a thread is given and what it is allowed. */
interface Task {
  readonly kind: 'docx' | 'pdf' | 'program';
  readonly input: Readonly<Record<string, unknown>>;
  /** Milliseconds until it is stopped. */
  readonly time?: number;
  /** Bytes it may take. */
  readonly memory?: number;
}

/** A thread's answer, or why there is none. */
type Answer<T> = { readonly answer: T } | { readonly failure: string; readonly message: string };

const TIME = 30_000;
const MEMORY = 768 * 1024 * 1024;

/** Has a library read a file in a thread of its own, which is stopped when it takes too long or too much memory. */
export function apart<T extends object>({ kind, input, time = TIME, memory = MEMORY }: Task): Promise<Answer<T>> {
  const before = process.memoryUsage.rss();
  const worker = new Worker(new URL('./document-thread.js', import.meta.url), {
    workerData: { kind, ...input },
    // Buffers are no part of this: they are weighed below.
    resourceLimits: { maxOldGenerationSizeMb: memory / 1024 / 1024 },
    // What a library has to say of a file is not the command's own output.
    stdout: true,
    stderr: true,
    env: {},
  });
  return new Promise((resolve) => {
    const end = (answer: Answer<T>): void => {
      clearTimeout(clock);
      clearInterval(scale);
      // Only the first of what comes counts: stopping a thread makes it say that it ended.
      resolve(answer);
      void worker.terminate();
    };
    const clock = setTimeout(() => end({ failure: 'too-slow', message: `${time / 1000} s` }), time);
    const scale = setInterval(() => {
      if (process.memoryUsage.rss() - before > memory) end({ failure: 'too-large', message: 'memory' });
    }, 50);
    worker.on('message', (said: T | { failure: string; message: string }) => {
      end('failure' in said ? said : { answer: said });
    });
    worker.on('error', (error: Error & { code?: string }) => {
      end({ failure: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : error.name, message: error.message });
    });
    worker.on('exit', (code) => end({ failure: 'ended', message: String(code) }));
  });
}
