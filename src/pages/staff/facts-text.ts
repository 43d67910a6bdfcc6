import type { Edition } from '../../content/edition.ts';
import { keyFactsOf } from '../../content/key-facts.ts';
import type { Translator, Values } from '../../i18n/translator.ts';

/** What the facts name: phone numbers in bare digits, which keep their order in any direction, in a code as on paper. None where the edition has no such line. */
export function factValues({ phones: { advice, emergency } }: Edition): Values {
  return { ...(advice && { phone: advice.value.dial }), ...(emergency && { emergency: emergency.value.dial }) };
}

/** The facts that matter most as plain text, for a code that any reader shows without a network: one fact a line, then, unless somebody approved it, that it is a draft. */
export function factsText(t: Translator, edition: Edition, version: string, approved: boolean): string {
  const lines = keyFactsOf(edition, 'in a code').map(({ id }) => t.plain(`share:facts.${id}`, factValues(edition)));
  const imprint = `${t.plain('ui:appName')} ${version}`;
  return [...lines, approved ? imprint : `${t.plain('share:draft')} ${imprint}`].join('\n');
}
