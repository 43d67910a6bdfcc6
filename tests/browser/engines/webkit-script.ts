import type { Problem } from './engine.ts';

/** A function of one argument, or an expression. */
export type Code = string | ((argument: never) => unknown);

/** What a script sent by `inPage` gives back. */
export interface Answer {
  readonly value?: unknown;
  readonly error?: string;
  readonly problems: readonly Problem[];
}

/**
 * Wraps code for WebDriver's "execute async script", and has each answer bring along the problems met since the last one:
 * the classic protocol has no events, so the first script to reach a page starts to listen there.
 */
export function inPage(code: Code): string {
  const call = typeof code === 'string' ? `(${code})` : `(${code})(arguments[0])`;
  return `
    const done = arguments[arguments.length - 1];
    const problems = (window[Symbol.for('problems')] ??= (${listen})());
    (async () => ${call})().then(
      (value) => done({ value, problems: problems.splice(0) }),
      (error) => done({ error: String(error), problems: problems.splice(0) }),
    );`;
}

function listen(): Problem[] {
  const problems: Problem[] = [];
  const say = console.error;
  console.error = (...words: unknown[]) => {
    problems.push({ kind: 'console', text: words.map(String).join(' ') });
    say.apply(console, words);
  };
  addEventListener('error', ({ message }) => problems.push({ kind: 'exception', text: message }));
  addEventListener('unhandledrejection', ({ reason }) => problems.push({ kind: 'exception', text: String(reason) }));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    problems.push({ kind: 'policy', text: `securitypolicyviolation: ${effectiveDirective} blocked ${blockedURI} ${sample}` }),
  );
  return problems;
}

type Left = Window & { handleafLeft?: boolean };

/** Runs in the page: marks the document, and tells its address. */
export function leave(): string {
  (window as Left).handleafLeft = true;
  return location.href;
}

/** Runs in the page: where it is and what it says, unless this is the document that was to be left. */
export function arrive(mayStay: boolean): { url: string; text: string } | false {
  return (mayStay || !(window as Left).handleafLeft) && { url: location.href, text: document.body?.innerText ?? '' };
}
