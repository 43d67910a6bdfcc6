/** Fills the {{placeholders}} of a sentence in an island, where i18next is not: ('{{seconds}} s', { seconds: 15 }) → '15 s'. A name that is not given stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
