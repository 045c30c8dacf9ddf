import { configDefaults, defineConfig } from 'vitest/config';
import LongestFirst from './test/tools/longest-first.ts';
import { v8Flags } from './test/tools/v8-flags.ts';

export default defineConfig({
  test: {
    // Far above what anything takes: a busy machine is slow, and that is not a fault of the product.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    restoreMocks: true,
    sequence: { sequencer: LongestFirst },
    setupFiles: 'test/world/seed.ts',
    globalSetup: 'test/world/build-once.ts',
    execArgv: v8Flags(),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/browser/**', 'test/check/**'],
          maxWorkers: '100%',
          // Nothing of ours keeps state between files, and importing it anew for each costs more than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'check',
          include: ['test/check/*.test.ts'],
          maxWorkers: '100%',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // The same jobs as a published add-on does them.
          name: 'addon',
          // What asks no clock is the same code, whoever published the add-on.
          include: ['test/scenarios/{menu/{menu,resting},sidebar/work}.test.ts'],
          env: { ENRICH_PROFILE: 'addon' },
          maxWorkers: '100%',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/world/build-once.ts', 'test/browser/setup.ts'],
          // What was built for one file serves the next.
          isolate: false,
          // Pages wait more than they compute.
          maxWorkers: 2,
          // After all others: a browser that shares its processor with the simulation measures nothing.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
