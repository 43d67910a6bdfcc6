/** Keeps a browser's translation away from names and numbers. Preact's types know only a boolean, which it leaves out of the HTML. */
export const untranslated = { translate: 'no' } as unknown as { translate: boolean };
