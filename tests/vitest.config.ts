import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './closing-line.ts';

const pages = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    globalSetup: 'tests/fixtures/build-folder.ts',
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        oxc: pages,
        test: {
          name: 'unit',
          include: ['tests/{unit,pages,islands,locales}/**/*.test.{ts,tsx}', 'tests/imports.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        oxc: pages,
        test: {
          name: 'built-site',
          include: ['tests/built-site/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        oxc: pages,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // A busy machine can keep a browser from answering in time; the end of a run names each test that needed this.
          retry: 1,
          // Two browsers at once on two cores make each other miss their deadlines.
          fileParallelism: false,
          pool: 'forks',
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
