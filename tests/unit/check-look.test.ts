import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import { checkLook } from '../../src/prerender/check/check-look.ts';
import { ownLook } from '../fixtures/edition.ts';
import { top } from '../fixtures/source-imports.ts';

const source = mkdtempSync(join(tmpdir(), 'look-'));
afterAll(() => rmSync(source, { recursive: true }));
for (const folder of ['styles', 'parts/pictures/editions']) mkdirSync(join(source, folder), { recursive: true });
cpSync(join(top, 'src/styles/tokens.css'), join(source, 'styles/tokens.css'));

/** What is said of an edition with this logo. */
function withLogo(svg: string): string[] {
  writeFileSync(join(source, 'parts/pictures/editions/bc.svg'), svg);
  return checkLook({ ...bc, look: { ...ownLook, logo: true } }, source);
}
const drawn = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>\n`;

describe('the logo of an edition', () => {
  test('is let through where it is made of plain shapes', () => {
    expect(withLogo(drawn('<g fill="#00456b"><path d="M0 0h9v9z"/><circle r="2"/></g>'))).toEqual([]);
  });

  test.each([
    ['<script>1</script>', '<script'],
    ['<style>path{fill:red}</style>', '<style'],
    ['<image width="9"/>', '<image'],
    ['<a><path d="M0 0h9"/></a>', '<a'],
    ['<path style="fill:red"/>', 'style='],
    ['<path onclick="1"/>', 'onclick='],
    ['<use href="#x"/>', 'href='],
    ['<use xlink:href="#x"/>', 'xlink:href='],
    ['<path fill="url(#x)"/>', 'url('],
  ])('is refused with %s in it, which the policy of the pages would', (inside, said) => {
    expect(withLogo(drawn(inside))).toEqual([`src/parts/pictures/editions/bc.svg holds "${said}". The pages' policy lets in plain shapes only: export the logo as plain paths with fill attributes.`]);
  });

  test.each([['no viewBox', '<svg><path d="M0 0h9"/></svg>'], ['something around it', `<?xml version="1.0"?>${drawn('<path d="M0 0h9"/>')}`]])('is refused with %s', (_, svg) => {
    expect(withLogo(svg)).toEqual(['src/parts/pictures/editions/bc.svg: expected one <svg> with a viewBox, and nothing around it.']);
  });
});

test('a colour that can be read on the page but not on its raised parts is refused', () => {
  const look = { ...ownLook, light: { ...ownLook.light, action: '#0018ff' } };
  expect(checkLook({ ...bc, look }, source)).toEqual([expect.stringMatching(/^look\.light\.action \(#0018ff\) .* links on a raised part of the page \(against #[0-9a-f]{6}\) .* need 7:1\. Choose a darker colour\.$/)]);
});
