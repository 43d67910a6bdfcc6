import { expect, test } from 'vitest';
import { changedBlocks } from '../../../src/sw/changes.ts';

const page = (blocks: Record<string, string>) =>
  `<main><h1>Home</h1>${Object.entries(blocks).map(([id, words]) => `<section class="block do" id="${id}"><h2>${id}</h2>${words}</section>`).join('\n')}</main>`;

test('a block whose words changed is told, with the page that it stands on', () => {
  const older = { 'en/a/': page({ hands: '<p>Wash them</p>', towels: '<p>Your own</p>' }), 'en/b/': page({ hands: '<p>Wash</p>' }) };
  const newer = { 'en/a/': page({ hands: '<p>Wash them well</p>', towels: '<p>Your own</p>' }), 'en/b/': page({ hands: '<p>Wash</p>' }) };
  expect(changedBlocks(older, newer)).toEqual({ 'en/a/': ['hands'] });
});

test('a block that is new is told, and that one is gone', () => {
  expect(changedBlocks({ 'en/a/': page({ old: 'x' }) }, { 'en/a/': page({ fresh: 'y' }) })).toEqual({ 'en/a/': ['fresh', ''] });
  expect(changedBlocks({ 'en/a/': page({ old: 'x', other: 'z' }) }, { 'en/a/': page({ other: 'z' }) })).toEqual({ 'en/a/': [''] });
});

test('words outside of blocks are told, but not the label, the dates and the version of a page', () => {
  const around = (lead: string, day: string) => page({ hands: 'x' }).replace('</main>', `<p class="lead">${lead}</p><header>${day}</header><dl><dd>${day}</dd></dl><footer>${day}</footer></main><footer>${day}</footer>`);
  expect(changedBlocks({ 'en/a/': around('Wash', 'Monday') }, { 'en/a/': around('Wash well', 'Monday') })).toEqual({ 'en/a/': [''] });
  expect(changedBlocks({ 'en/a/': around('Wash', 'Monday') }, { 'en/a/': around('Wash', 'Friday') })).toEqual({});
});

test('another look of the same words is no change', () => {
  expect(changedBlocks({ 'en/a/': page({ hands: '<p>Wash them</p>' }) }, { 'en/a/': page({ hands: '<p class="x"><b>Wash</b> them</p>\n' }) })).toEqual({});
});

test('what to do that becomes what not to do is a change, in the same words', () => {
  const before = page({ hands: 'Use bleach' });
  expect(changedBlocks({ 'en/a/': before }, { 'en/a/': before.replace('block do', 'block dont') })).toEqual({ 'en/a/': ['hands'] });
  // A block that other pages show too names where it is from.
  const shown = before.replace('id="hands"', 'id="hands" data-of="home-hygiene#hands"');
  expect(changedBlocks({ 'en/a/': shown }, { 'en/a/': shown.replace('block do', 'block dont') })).toEqual({ 'en/a/': ['hands'] });
});

test('a page that nobody can have read before tells no changes', () => {
  expect(changedBlocks({}, { 'en/a/': page({ hands: 'x' }) })).toEqual({});
});
