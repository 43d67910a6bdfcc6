import { expect, test, vi } from 'vitest';
import { readBuildOptions } from '../../src/prerender/build-options.ts';
import { answer } from '../../src/prerender/edition/edition-answer.ts';
import { top } from '../fixtures/source-imports.ts';

// A file that was begun as a copy of another, and still gives that one's id.
vi.mock('../../src/content/editions/index.ts', async (importActual) => {
  const actual = await importActual<typeof import('../../src/content/editions/index.ts')>();
  return { ...actual, editions: { ...actual.editions, derby: actual.editions['bc'] } };
});

const sentence = 'src/content/editions/derby.ts: id is "bc", but src/content/editions/index.ts calls this edition "derby". Write id: \'derby\'.';

test('an edition whose file says that it is another is refused by the build', () => {
  expect(() => readBuildOptions({ EDITION: 'derby' })).toThrow(sentence);
  expect(readBuildOptions({ EDITION: 'bc' }).edition.id).toBe('bc');
});

test.each(['check', 'approve'])('and by "%s"', async (task) => {
  await expect(async () => answer(top, [task, 'derby'])).rejects.toThrow(sentence);
});
