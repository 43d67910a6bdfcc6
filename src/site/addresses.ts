import { topicsOf, type Edition } from '../content/edition.ts';
import { topicIds, type TopicId } from '../content/topics.ts';

/** Every page of a language. `home` is at the language's own address. */
export type PageId = 'home' | TopicId | 'all' | 'family' | 'card' | 'questions' | 'saved' | 'about' | StaffPageId | 'not-kept';

/** Pages that hand the leaflet on. They are kept apart from the leaflet, so that a patient's phone has the leaflet first. */
export const staffPageIds = ['share', 'sheet', 'poster'] as const;
export type StaffPageId = (typeof staffPageIds)[number];

export const pageIds: readonly PageId[] = ['home', ...topicIds, 'all', 'family', 'card', 'questions', 'saved', 'about', ...staffPageIds, 'not-kept'];

/** The pages that an edition has: a topic that it does not tell has none. */
export function pagesOf(edition: Edition): PageId[] {
  const left: readonly string[] = topicIds.filter((topic) => !topicsOf(edition).includes(topic));
  return pageIds.filter((page) => !left.includes(page));
}

/** Where a page stands, relative to the base. `('ar', 'home-hygiene')` → `'ar/home-hygiene/'` · `('ar', 'home')` → `'ar/'` */
export function pathOf(tag: string, page: PageId): string {
  return page === 'home' ? `${tag}/` : `${tag}/${page}/`;
}

/** The page at an address relative to the base, or undefined. `'ar/home-hygiene/'` → `{ tag: 'ar', page: 'home-hygiene' }` */
export function pageAt(path: string): { tag: string; page: PageId } | undefined {
  const [tag, name, ...rest] = path.split('/');
  if (!tag || name === undefined) return undefined;
  if (name === '' && rest.length === 0) return { tag, page: 'home' };
  const page = pageIds.find((id) => id === name && id !== 'home');
  return page && rest.length === 1 && rest[0] === '' ? { tag, page } : undefined;
}

/** Whether a page is for staff. */
export const isStaffPage = (page: PageId): page is StaffPageId => staffPageIds.some((id) => id === page);

/** Whether an address relative to the base is of a page for staff. `'ar/share/'` → `true` */
export function isForStaff(path: string): boolean {
  const found = pageAt(path);
  return found !== undefined && isStaffPage(found.page);
}
