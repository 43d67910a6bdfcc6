// Everything here runs in a page that a test has opened.

/** Doubles the size of all text, as a reader does in the settings of a phone. */
export function enlargeText(): void {
  document.documentElement.style.fontSize = '200%';
}

/** Opens whatever a reader can unfold in the text. */
export function openFolds(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
}

/** What makes a page wider than its screen, or stands outside it. */
export function widerThanScreen(): string[] {
  const root = document.documentElement;
  const found = root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} px wide`] : [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    if (!textContent?.trim() || !parentElement?.checkVisibility() || parentElement.closest('.unseen, .skip, [data-link]')) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const { left, right } = range.getBoundingClientRect();
    if (left < -0.5 || right > innerWidth + 0.5) found.push(`"${textContent}" from ${left} to ${right} px`);
  }
  return found;
}

/** Words of up to so many letters that stand on two lines because no line is long enough for them. Chinese may be broken anywhere. */
export function brokenWords(longest: number): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    // An address is one long word.
    if (!parentElement?.checkVisibility() || parentElement.closest('.unseen, .skip, [data-link]')) continue;
    for (const word of textContent?.matchAll(/(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? []) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      if (word[0].length <= longest && Math.max(...tops) - Math.min(...tops) > 4) found.push(word[0]);
    }
  }
  return found;
}

/** Links, buttons and folds that are less than 44 px high. */
export function lowTargets(): string[] {
  const targets = [...document.querySelectorAll<HTMLElement>('a, button, summary, label')];
  return targets
    .filter((target) => target.checkVisibility() && !target.matches('.skip') && target.getBoundingClientRect().height < 44)
    .map((target) => `${target.outerHTML.slice(0, 120)}: ${target.getBoundingClientRect().height} px`);
}

/** The text of each element as the eye meets it from the left to the right, by where each character is drawn. One line each. */
export function drawnOrder(selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => {
    const characters: { character: string; left: number }[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent ?? '';
      for (let at = 0; at < text.length; at += 1) {
        const range = document.createRange();
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + 1);
        characters.push({ character: text.charAt(at), left: range.getClientRects()[0]?.left ?? Number.NaN });
      }
    }
    return characters.sort((one, other) => one.left - other.left).map(({ character }) => character).join('');
  });
}
