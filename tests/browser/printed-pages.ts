import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { washingMoves } from '../../src/parts/moves.ts';
import { cut, readCode, readPng, type Pixels } from '../fixtures/read-code.ts';
import type { Tab } from './engines/engine.ts';

/** A folder for what a file of tests prints, and the file that is printed into. */
export const scratch = mkdtempSync(join(tmpdir(), 'paper-'));
afterAll(() => rmSync(scratch, { recursive: true }));
export const paper = join(scratch, 'paper.pdf');

/** How many pages a file has. */
export const countPages = (pdf = paper) => Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1]);

/** The pages that a tab prints, as pictures. */
export async function printed(tab: Tab, { size = 'a4', dotsPerInch = 150 }: { size?: 'a4' | 'letter'; dotsPerInch?: number } = {}): Promise<string[]> {
  await tab.pdf(paper, size);
  const folder = mkdtempSync(join(scratch, 'pages-'));
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-png', paper, join(folder, 'page')]);
  return readdirSync(folder).map((name) => join(folder, name));
}

/** On which sheet the moves are numbered, and how far down each number stands. */
export function movesOnPaper(): { sheet: number; moves: number[] } {
  const sheets = execFileSync('pdftotext', ['-bbox', paper, '-'], { encoding: 'utf8' }).split('<page ').slice(1);
  // Paper writes from left to right: from right to left the stop comes first, or (Firefox) by itself.
  const numbers = (words: string, form: RegExp) => [...words.matchAll(form)].map(([, y, number]) => [Number(number), Number(y)] as const);
  const on = sheets.map((words) => new Map([/yMin="([\d.]+)".*>(\d+)</g, /yMin="([\d.]+)".*>\.?(\d+)\.?(?<!>\d+)</g].flatMap((form) => numbers(words, form))));
  const sheet = on.findIndex((numbers) => numbers.has(11));
  return { sheet: sheet + 1, moves: washingMoves.flatMap((_, index) => on[sheet]?.get(index + 1) ?? []) };
}

/** Every code on a page: each quarter, and the whole, is looked at by itself. */
export function codesIn(path: string): string[] {
  const page = readPng(path);
  const { width, height } = page;
  const found = new Set<string>();
  for (const x of [0, 0.5, 0.55, 0.6, 0.65]) {
    for (const y of [0, 0.1, 0.35, 0.45, 0.5, 0.55, 0.6, 0.65]) {
      for (const side of [0.35, 0.42, 0.5]) {
        const code = readCode(cut(page, { x: x * width, y: y * height, width: width * side, height: width * side }));
        if (code) found.add(code);
      }
    }
  }
  return [...found];
}

/** How wide and how high what is dark on a page is, in dots. */
export function inked({ data, width }: Pixels): { width: number; height: number } {
  const dark = [...Array(data.length / 4).keys()].filter((dot) => (data[dot * 4] ?? 255) < 128);
  const columns = dark.map((dot) => dot % width);
  const rows = dark.map((dot) => Math.floor(dot / width));
  const span = (all: number[]) => all.reduce((most, at) => Math.max(most, at), 0) - all.reduce((least, at) => Math.min(least, at), Infinity) + 1;
  return { width: span(columns), height: span(rows) };
}

/** Letters only: paper says its direction with marks of its own. */
export const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{M}]+/gu, ' ').trim();
