import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { dataMarks } from '../../i18n/translator.ts';

const { open, close } = dataMarks;
const markedText = new RegExp(`[^<>"]*[${open}${close}][^<>"]*`);

/**
 * The HTML of a page. Throws where readers would see the marks that the translator puts around data: there a sentence is drawn as it is, without `RichText`.
 *
 * @param path the page's address, relative to the base
 */
export function drawPage(path: string, page: VNode): string {
  const html = `<!doctype html>${renderToString(page)}`;
  const [sentence] = markedText.exec(html) ?? [];
  if (sentence === undefined) return html;
  const said = sentence.replaceAll(open, '').replaceAll(close, '').trim();
  throw new Error(`/${path}: a sentence of this page cannot hold a placeholder: "${said}". Say it without, in locales/${path.split('/')[0] || '*'} or in the "words" of the edition there.`);
}
