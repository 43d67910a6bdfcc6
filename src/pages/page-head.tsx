import { isStaffPage, pathOf } from '../site/addresses.ts';
import type { PageContext } from './page-context.ts';

/** The head of a page. The policy comes first, so that it covers all that follows even where the server sends no headers. */
export function PageHead({ context, title, withIslands }: { context: PageContext; title: string; withIslands: boolean }) {
  const { assets, base, language, languages, page, site, t } = context;
  const appName = t.plain('ui:appName');
  return (
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={assets.metaPolicy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${appName}`}</title>
      <meta name="description" content={t.plain('ui:appDescription')} />
      <meta name="robots" content="noindex" />
      <meta name="format-detection" content="telephone=no" />
      <meta name="theme-color" content="#faf6ef" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#081821" media="(prefers-color-scheme: dark)" />
      <style dangerouslySetInnerHTML={{ __html: assets.style }} />
      {withIslands && <style dangerouslySetInnerHTML={{ __html: assets.islandStyle }} />}
      {isStaffPage(page) && <style dangerouslySetInnerHTML={{ __html: assets.staffStyle }} />}
      {page !== 'not-kept' &&
        languages.map((other) => <link rel="alternate" hreflang={other.tag} href={site + base + pathOf(other.tag, page)} />)}
      {page !== 'not-kept' && <link rel="alternate" hreflang="x-default" href={site + base} />}
      <link rel="icon" href={base + assets.icon} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={`${base}apple-touch-icon.png`} />
      {/* With credentials it comes over the page's own connection; without, Chromium opens another (5 kB of handshake). */}
      <link rel="manifest" href={base + (assets.manifests[language.tag] ?? '')} crossorigin="use-credentials" />
      <script type="module" src={base + assets.script} />
      {isStaffPage(page) && <script type="module" src={base + assets.staffScript} />}
    </>
  );
}
