/** A page as somebody sees it who opens what can be opened without a script. */
export interface PageAsRead {
  readonly heading: string;
  /** All text that is drawn, in the order of the page. */
  readonly text: string;
  /** Whole addresses, in the order of the page. */
  readonly links: readonly string[];
  /** Everything drawn that asks to be pressed and is no link and no fold. */
  readonly controls: readonly string[];
}

/** Runs in the page: reads what is drawn, not what is written. */
export function readPage(): PageAsRead {
  for (const fold of document.querySelectorAll('details')) fold.open = true;

  /** Drawn, and not for screen readers alone: those texts stand in a box of one pixel. */
  const isSeen = (element: Element): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { width, height } = at.getBoundingClientRect();
      if (getComputedStyle(at).overflow === 'hidden' && (width <= 1 || height <= 1)) return false;
    }
    return true;
  };
  const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)].filter(isSeen);

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = '';
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    if (parentElement && isSeen(parentElement)) text += textContent;
  }
  return {
    heading: document.querySelector('h1')?.textContent ?? '',
    text,
    links: all<HTMLAnchorElement>('a[href]').map(({ href }) => href),
    controls: all('button, input, select, textarea, [role=button], a:not([href])').map(({ outerHTML }) => outerHTML),
  };
}
