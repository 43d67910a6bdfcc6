import { otherType, types } from './media-types.ts';

/** Response headers of one file, by lower-case name. */
export type Headers = Readonly<Record<string, string>>;

const immutable = 'public, max-age=31536000, immutable';

/** On every answer, whatever it is. */
export const everywhere: Headers = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
};

/** Browsers ignore it in <meta> and say so in the console. */
const framing = "frame-ancestors 'none'";

/**
 * The Content-Security-Policy, once for headers, the `<meta>` twin and the worker's own answers.
 *
 * @param styleHashes base64 SHA-256 of each `<style>` that pages carry
 */
export function policy(styleHashes: readonly string[], where: 'header' | 'meta'): string {
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styleHashes.map((hash) => `'sha256-${hash}'`)].join(' '),
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types sw-url',
  ];
  return [...directives, ...(where === 'header' ? [framing] : [])].join('; ');
}

/** Whether a file has twins in brotli and gzip beside it, and so answers vary by `Accept-Encoding`. `'sw.js'` → true · `'icon-192.png'` → false */
export function isCompressed(path: string): boolean {
  return /\.(html|js|css|json|webmanifest|svg|txt)$/.test(path);
}

/** Whether a file's name holds its hash, so that it is kept for ever. `'packs/ar.1a2b3c4d.json'` → true */
export function isForEver(path: string): boolean {
  return /^(assets|packs)\//.test(path);
}

/**
 * All headers of a file, by its path below the base. Used by the servers, by the files for hosts that a build writes, and by the worker for the
 * pages that it answers.
 *
 * `('en/index.html', hashes)` → HTML with the policy, checked again each time · `('assets/x.1a2b.js', …)` → kept for ever
 */
export function headersOf(path: string, styleHashes: readonly string[]): Headers {
  const [, type] = Object.entries(types).find(([ending]) => path.endsWith(`.${ending}`)) ?? ['', otherType];
  const carriesPolicy = type.startsWith('text/html') || path === 'sw.js';
  return {
    'content-type': type,
    'cache-control': isForEver(path) ? immutable : 'no-cache',
    ...(carriesPolicy ? { 'content-security-policy': policy(styleHashes, 'header') } : {}),
    ...everywhere,
  };
}

/** What says nothing where no network is in between, or is said by the policy or the worker already. */
const idleOffline = ['content-type', 'cache-control', 'strict-transport-security', 'x-content-type-options', 'cross-origin-resource-policy', 'x-frame-options'];

/** Headers of a page that the worker answers, with the part of the policy that pages cannot say themselves; it adds what they say. */
export const keptPageHeaders: Headers = {
  ...Object.fromEntries(Object.entries(headersOf('index.html', [])).filter(([name]) => !idleOffline.includes(name))),
  'content-security-policy': framing,
};

/** Headers of the answer for a file that is not there. Plain text, so that a missing script is never taken for a page. */
export const missingHeaders: Headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...everywhere };

/** Headers of the page that stands in for a page that is not there. */
export function missingPageHeaders(styleHashes: readonly string[]): Headers {
  return { ...headersOf('404.html', styleHashes), 'cache-control': 'no-store' };
}
