import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** GitHub's parser imports JSON in a way that only a bundler takes, and names source maps that it does not ship. */
const actions = {
  name: 'actions',
  load: (id: string): string | undefined =>
    /\/@actions\/.*\.js$/.test(id) ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMappingURL=.*/m, '') : undefined,
};

export default defineConfig({
  plugins: [actions],
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    reporters: ['default', './test/closing-line.ts'],
    isolate: false,
    server: { deps: { inline: [/\/@actions\//] } },
    // Tests that run the built command share their machine with others.
    testTimeout: 60_000,
  },
});
