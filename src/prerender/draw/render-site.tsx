import { join } from 'node:path';
import type { TopicId } from '../../content/topics.ts';
import { pseudoLanguages, sourceTag } from '../../i18n/languages.ts';
import type { Edition } from '../../content/edition.ts';
import type { SharedLanguage } from '../../islands/share/props.ts';
import { AboutPage } from '../../pages/about-page.tsx';
import { AllPage } from '../../pages/all-page.tsx';
import { CardPage } from '../../pages/card-page.tsx';
import { FamilyPage } from '../../pages/family-page.tsx';
import { factsText } from '../../pages/staff/facts-text.ts';
import { HandWashingPage } from '../../pages/hand-washing-page.tsx';
import { HomePage } from '../../pages/home-page.tsx';
import { LanguagesPage } from '../../pages/languages-page.tsx';
import { NotKeptPage } from '../../pages/not-kept-page.tsx';
import type { PageAssets, PageContext } from '../../pages/page-context.ts';
import { PosterPage } from '../../pages/staff/poster-page.tsx';
import { QuestionsPage } from '../../pages/questions-page.tsx';
import { SavedPage } from '../../pages/saved-page.tsx';
import { SharePage } from '../../pages/staff/share-page.tsx';
import { SheetPage } from '../../pages/staff/sheet-page.tsx';
import { TopicPage } from '../../pages/topic-page.tsx';
import { mostTextBytes } from '../../parts/qr.ts';
import { isStaffPage, pagesOf, pathOf, type PageId, type StaffPageId } from '../../site/addresses.ts';
import { oneFile, oneFileName } from '../../site/one-file.ts';
import type { BuildOptions } from '../build-options.ts';
import { drawPage } from './draw-page.ts';
import { everyFact } from '../edition/every-fact.ts';
import { manifestOf } from './manifests.ts';
import { shortHash } from '../hashes.ts';
import { bundleStyles } from './site-styles.ts';
import { loadSiteWords, type SiteWords } from './site-words.ts';

/** Addresses of the built files that pages point to, relative to the base. */
export interface SiteAssets {
  readonly script: string;
  readonly icon: string;
  readonly staffScript: string;
}

/** Everything that readers can open, drawn. */
export interface Site {
  /** Address relative to the base → HTML: `''` (the list of languages), `'en/'`, `'en/home-hygiene/'`, … */
  readonly pages: ReadonlyMap<string, string>;
  /** The page for an address that does not exist. */
  readonly notFound: string;
  /** Path → text of one web manifest per language. */
  readonly manifests: ReadonlyMap<string, string>;
  /** Path → the whole leaflet of a language as one file. */
  readonly files: ReadonlyMap<string, string>;
  readonly styleHashes: readonly string[];
  readonly tags: readonly string[];
  /** What whoever builds has to hear, one sentence each. */
  readonly notes: readonly string[];
}

/** Draws the whole site from facts and words. Pure but for reading `root`; throws where a language is not whole. */
export function renderSite(root: string, options: BuildOptions, assets: SiteAssets): Site {
  const { edition, base, site } = options;
  const words = loadSiteWords(join(root, 'locales'), edition, options.pseudo);
  const styles = bundleStyles(join(root, 'src'), edition.look);
  const manifests = new Map(words.languages.map((language) => [language.tag, manifestOf(language, base, words.translators[language.tag] as PageContext['t'], assets.icon)]));
  const manifestPaths = Object.fromEntries([...manifests].map(([tag, text]) => [tag, `assets/manifest-${tag}.${shortHash(text)}.webmanifest`]));
  const pageAssets: PageAssets = {
    ...assets,
    styles,
    manifests: manifestPaths,
  };
  const english = words.translators[sourceTag] as PageContext['t'];
  const clinic = clinicOf(edition, words);
  const version = shortHash(JSON.stringify([everyFact(edition), words.files]));

  const pages = new Map<string, string>();
  const shared = { base, site, edition, english, clinic, version, assets: pageAssets, languages: words.languages, states: words.states, reviews: words.reviews, contentHashes: words.contentHashes };
  const inEach = (key: string, among = words.languages) => Object.fromEntries(among.map(({ tag }) => [tag, words.translators[tag]?.(key) ?? '']));
  const drafts = inEach('ui:draftShort', words.languages.filter(({ tag }) => words.reviews[tag]?.state !== 'approved'));
  const choice = { base, site, assets: pageAssets, languages: words.languages, drafts, appName: english.plain('ui:appName'), staff: { language: clinic.language, words: clinic.t.plain('share:entry') } };
  pages.set('', drawPage('', <LanguagesPage {...choice} invitations={inEach('ui:appDescription')} />));
  const staff: StaffWords = { languages: sharedLanguages(words, edition, version), lines: inEach('share:poster.line') };
  const files = new Map<string, string>();
  for (const language of words.languages) {
    const t = words.translators[language.tag] as PageContext['t'];
    const contextOf = (page: PageId): PageContext => ({ ...shared, language, page, t });
    const file = oneFile(drawPage(pathOf(language.tag, 'all'), <AllPage context={contextOf('all')} />), drawPage(pathOf(language.tag, 'about'), <AboutPage context={contextOf('about')} />), site);
    const filePath = `assets/${oneFileName(`${language.tag}.${shortHash(file)}`)}`;
    files.set(filePath, file);
    for (const page of pagesOf(edition)) {
      const drawn = isStaffPage(page) ? <StaffPage context={contextOf(page)} words={staff} file={filePath} /> : <Page context={contextOf(page)} timerWords={words.files[language.tag]?.['timer']} savedWords={words.files[language.tag]?.['saved']} />;
      const path = pathOf(language.tag, page);
      pages.set(path, drawPage(path, drawn));
    }
  }
  return {
    pages,
    notFound: drawPage('404.html', <LanguagesPage {...choice} invitations={inEach('ui:appDescription')} apologies={inEach('ui:notFound')} />),
    manifests: new Map([...manifests].map(([tag, text]) => [manifestPaths[tag] as string, text])),
    files,
    styleHashes: Object.values(styles).map(({ hash }) => hash),
    tags: words.languages.map(({ tag }) => tag),
    notes: words.notes,
  };
}

function Page({ context, timerWords, savedWords }: { context: PageContext; timerWords: unknown; savedWords: unknown }) {
  const page = context.page as Exclude<PageId, StaffPageId>;
  switch (page) {
    case 'home':
      return <HomePage context={context} />;
    case 'all':
      return <AllPage context={context} />;
    case 'family':
      return <FamilyPage context={context} />;
    case 'card':
      return <CardPage context={context} />;
    case 'questions':
      return <QuestionsPage context={context} />;
    case 'about':
      return <AboutPage context={context} />;
    case 'saved':
      return <SavedPage context={context} words={savedWords} />;
    case 'not-kept':
      return <NotKeptPage context={context} />;
    case 'hand-washing':
      return <HandWashingPage context={context} words={timerWords} />;
    default:
      return <TopicPage context={context} topic={page satisfies TopicId} />;
  }
}

function clinicOf({ id, clinicLanguage }: BuildOptions['edition'], words: SiteWords): PageContext['clinic'] {
  const [language, t] = [words.languages.find(({ tag }) => tag === clinicLanguage), words.translators[clinicLanguage]];
  if (!language || !t) throw new Error(`editions/${id}: languages must hold "${clinicLanguage}", the language of its clinics`);
  return { language, t };
}

/** What the pages of staff say in every language at once. */
interface StaffWords {
  readonly languages: readonly SharedLanguage[];
  readonly lines: Readonly<Record<string, string>>;
}

function sharedLanguages({ languages, translators, reviews }: SiteWords, edition: Edition, version: string): SharedLanguage[] {
  return languages.map(({ tag, dir, script }) => {
    const t = translators[tag] as PageContext['t'];
    // Made-up words are longer than any code holds.
    const told = pseudoLanguages.some((made) => made.tag === tag) ? (translators[sourceTag] as PageContext['t']) : t;
    const facts = factsText(told, edition, version, reviews[tag]?.state === 'approved');
    const bytes = Buffer.byteLength(facts);
    if (bytes > mostTextBytes) throw new Error(`locales/${tag}/share.json: "facts" with "draft" take ${bytes} bytes, and a code that phones still read from paper holds ${mostTextBytes}. Shorten them.`);
    return { tag, dir, script, scan: t.plain('share:scan'), facts };
  });
}

function StaffPage({ context, words, file }: { context: PageContext; words: StaffWords; file: string }) {
  const own = words.languages.find(({ tag }) => tag === context.language.tag);
  switch (context.page as StaffPageId) {
    case 'share':
      return <SharePage context={context} shared={words.languages} file={file} />;
    case 'sheet':
      return <SheetPage context={context} facts={own?.facts ?? ''} />;
    case 'poster':
      return <PosterPage context={context} lines={Object.fromEntries(words.languages.map(({ tag, scan }) => [tag, { scan, line: words.lines[tag] ?? '' }]))} />;
  }
}
