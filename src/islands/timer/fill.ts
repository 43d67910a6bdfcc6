/** Puts numbers into a sentence: ('{{seconds}} s', { seconds: 15 }) → '15 s'. A name that is not given stays as it is. */
export function fill(text: string, values: Readonly<Record<string, number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
