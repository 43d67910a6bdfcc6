import { qrOfLink, type Qr } from '../../parts/qr.ts';
import { piecesOf, shareLink, type Opening } from '../../site/share-links.ts';
import { ownBase } from '../base.ts';

/** Where links lead: the origin that the build was told, else this page's own. Never its path, query or fragment. */
export const origin = document.documentElement.dataset['site'] || location.origin;
export const folder = ownBase();

const svgSpace = 'http://www.w3.org/2000/svg';

/** A code as a picture, dark on white. */
function svgOf({ size, path }: Qr, label: string): SVGElement {
  const svg = document.createElementNS(svgSpace, 'svg');
  const attributes = { class: 'qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  for (const given of [{ fill: '#fff', d: `M0 0h${size}v${size}H0z` }, { fill: '#000', d: path }]) {
    const part = document.createElementNS(svgSpace, 'path');
    for (const [name, value] of Object.entries(given)) part.setAttribute(name, value);
    svg.append(part);
  }
  return svg;
}

/** A link in letters, which end a line only between its pieces. */
function lettersOf(link: string): Node[] {
  return piecesOf(link).flatMap((piece, index) => {
    const letters = document.createElement('span');
    letters.textContent = piece;
    return index > 0 ? [document.createElement('wbr'), letters] : [letters];
  });
}

/** Puts a code, and beside it in letters what the code says, where both belong. */
export function showCode(place: HTMLElement, qr: Qr, says: string, href: string | undefined): void {
  place.querySelector('[data-qr]')?.replaceChildren(svgOf(qr, place.dataset['label'] ?? ''));
  for (const link of place.querySelectorAll<HTMLAnchorElement>('[data-link]')) {
    link.replaceChildren(...(href === undefined ? [says] : lettersOf(says)));
    if (href === undefined) link.removeAttribute('href');
    else link.href = href;
  }
}

/** Draws the codes that the build could not draw because it was told no origin. */
export function drawCodes(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-opening]')) {
    const { tag = '', opening } = place.dataset;
    if (place.querySelector('.qr')) continue;
    const link = shareLink(origin, folder, tag, opening as Opening);
    showCode(place, qrOfLink(link), link, shareLink('', folder, tag, opening as Opening));
  }
}
