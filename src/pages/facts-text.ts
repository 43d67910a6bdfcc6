import type { Edition } from '../content/edition.ts';
import { keyFactsOf } from '../content/key-facts.ts';
import type { Translator } from '../i18n/translator.ts';

/**
 * The facts that matter most as plain text, for a code that any reader shows without a network: one fact a line, then, unless somebody approved it, that it is a draft.
 * The phone number stands in bare digits, which keep their order in any direction.
 */
export function factsText(t: Translator, edition: Edition, version: string, approved: boolean): string {
  const phone = edition.phones.advice?.value.display.replace(/\D/g, '') ?? '';
  const lines = keyFactsOf(edition).map(({ id }) => t.plain(`share:facts.${id}`, { phone }));
  const imprint = `${t.plain('ui:appName')} ${version}`;
  return [...lines, approved ? imprint : `${t.plain('share:draft')} ${imprint}`].join('\n');
}
