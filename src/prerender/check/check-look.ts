import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition, Look } from '../../content/edition.ts';
import { colourTokens, contrast, fromHex, hexOf, type Rgb, type Scheme } from './colour.ts';

/** Least contrast (WCAG, enhanced) of what is read, and of the lines of pictures. */
const least = { text: 7, line: 4.5 } as const;

/**
 * What is wrong with an edition's colours and logo, one sentence each.
 *
 * @param source the folder src
 */
export function checkLook({ id, look }: Edition, source: string): string[] {
  if (!look) return [];
  return [...(['light', 'dark'] as const).flatMap((scheme) => checkColours(look, scheme, source)), ...(look.logo ? checkLogo(id, source) : [])];
}

function checkColours(look: Look, scheme: Scheme, source: string): string[] {
  const tokens = colourTokens(readFileSync(join(source, 'styles/tokens.css'), 'utf8'), scheme);
  return (['action', 'strong'] as const).flatMap((use) => {
    const at = `look.${scheme}.${use}`;
    const written = look[scheme]?.[use] ?? '';
    const colour = fromHex(written);
    if (!colour) return [`${at} is "${written}". Write the colour as # and six digits, such as #005eb8.`];
    const seen: [name: string, what: string, minimum: number][] = [
      ['on-action', 'the words of a button on it', least.text],
      ...(use === 'action'
        ? ([
            ['ground', 'links on the page', least.text],
            ['ground-raised', 'links on a raised part of the page', least.text],
            ['picture-paper', 'lines in pictures', least.line],
          ] as [string, string, number][])
        : []),
    ];
    return seen.flatMap(([name, what, minimum]) => {
      const other = tokens.get(name) as Rgb;
      const found = contrast(colour, other);
      const way = scheme === 'light' ? 'darker' : 'lighter';
      return found >= minimum ? [] : [`${at} (${written}) is too pale or too dark to read: ${what} (against ${hexOf(other)}) would have a contrast of ${found.toFixed(1)}:1, and people who see badly need ${minimum}:1. Choose a ${way} colour.`];
    });
  });
}

function checkLogo(id: string, source: string): string[] {
  const path = `parts/pictures/editions/${id}.svg`;
  const file = join(source, path);
  if (!existsSync(file)) return [`look.logo is true, but there is no src/${path}. Put the logo there, or take look.logo out.`];
  const svg = readFileSync(file, 'utf8');
  if (!/^<svg[^>]*viewBox="[^"]+"[^>]*>[\s\S]*<\/svg>\s*$/.test(svg)) return [`src/${path}: expected one <svg> with a viewBox, and nothing around it.`];
  const barred = /<(script|style|foreignObject|image|a)\b|\s(style|on\w+|(xlink:)?href)=|url\(/i.exec(svg)?.[0];
  return barred ? [`src/${path} holds "${barred.trim()}". The pages' policy lets in plain shapes only: export the logo as plain paths with fill attributes.`] : [];
}
