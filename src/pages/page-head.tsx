import { isStaffPage, pathOf } from '../site/addresses.ts';
import { policy } from '../site/headers.ts';
import type { FurtherStyle, PageContext, Style } from './page-context.ts';

/** How the head of every document begins. The policy comes first, so that it covers all that follows even where the server sends no headers. */
export function HeadStart({ title, styles }: { title: string; styles: readonly Style[] }) {
  return (
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy(styles.map(({ hash }) => hash), 'meta')} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="robots" content="noindex" />
      <meta name="format-detection" content="telephone=no" />
      <meta name="theme-color" content="#faf6ef" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#081821" media="(prefers-color-scheme: dark)" />
      {styles.map(({ text }) => (
        <style dangerouslySetInnerHTML={{ __html: text }} />
      ))}
    </>
  );
}

/** The head of a page of a language. */
export function PageHead({ context, title, further }: { context: PageContext; title: string; further: readonly FurtherStyle[] }) {
  const { assets, base, language, languages, page, site, t } = context;
  return (
    <>
      <HeadStart title={`${title} · ${t.plain('ui:appName')}`} styles={(['page', ...further] as const).map((name) => assets.styles[name])} />
      {page !== 'not-kept' &&
        languages.map((other) => <link rel="alternate" hreflang={other.tag} href={site + base + pathOf(other.tag, page)} />)}
      {page !== 'not-kept' && <link rel="alternate" hreflang="x-default" href={site + base} />}
      <link rel="icon" href={base + assets.icon} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={`${base}apple-touch-icon.png`} />
      {/* With credentials it comes over the page's own connection; without, Chromium opens another (5 kB of handshake). */}
      <link rel="manifest" href={base + (assets.manifests[language.tag] ?? '')} crossorigin="use-credentials" />
      <script type="module" async src={base + assets.script} />
      {isStaffPage(page) && <script type="module" src={base + assets.staffScript} />}
    </>
  );
}
