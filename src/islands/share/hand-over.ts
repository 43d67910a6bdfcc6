import type { Qr } from '../../parts/qr.ts';
import { oneFile, oneFileName } from '../../site/one-file.ts';
import { folder } from './codes.ts';

/** Least width of a saved picture in pixels: enough for a page of paper. */
const pictureWidth = 1200;
/** How long a browser may take to begin with a file, in milliseconds. */
const takeTime = 60_000;

/** Hands a file to the phone's own downloads. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), takeTime);
}

/** A code as a drawing that any program opens. */
export function svgFile({ size, path }: Qr): Blob {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 10}" height="${size * 10}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`;
  return new Blob([text], { type: 'image/svg+xml' });
}

/** A code as a picture, each module of whole pixels; rejects where the browser makes none. */
export function pngFile({ size, path }: Qr): Promise<Blob> {
  const scale = Math.ceil(pictureWidth / size);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * scale;
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.scale(scale, scale);
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, size, size);
    pen.fillStyle = '#000';
    pen.fill(new Path2D(path));
  }
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
}

/** The leaflet of a language as one file, made of the pages that this phone keeps; rejects where it keeps none and nothing answers. */
export async function leafletFile(tag: string, site: string): Promise<File> {
  const [all, about] = await Promise.all([pageAt(`${tag}/all/`), pageAt(`${tag}/about/`)]);
  return new File([oneFile(all, about, site)], oneFileName(tag), { type: 'text/html' });
}

async function pageAt(path: string): Promise<string> {
  const response = await fetch(folder + path);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}
