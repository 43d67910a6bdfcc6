import { qrOfLink, qrOfText, type Qr } from '../../parts/qr.ts';
import { openings, shareLink, type Opening } from '../../site/share-links.ts';
import { folder, origin, showCode } from './codes.ts';
import { leafletFile, pngFile, save, svgFile } from './hand-over.ts';
import type { ShareProps, SharedLanguage, ShareWords } from './props.ts';

/** What is handed over: of a language, one of a closed set of things. */
interface Choice {
  readonly language: SharedLanguage;
  readonly opening: Opening | 'facts';
}

/** What a choice says: the same words in the code, beside it, in what is copied and in what is sent. */
function saying({ language, opening }: Choice): { says: string; qr: Qr; href?: string } {
  if (opening === 'facts') return { says: language.facts, qr: qrOfText(language.facts) };
  const says = shareLink(origin, folder, language.tag, opening);
  return { says, qr: qrOfLink(says), href: shareLink('', folder, language.tag, opening) };
}

/** Makes the code itself a button that shows it large. */
function enlargeOnTap(form: HTMLFormElement, dialog: HTMLDialogElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', dialog.getAttribute('aria-label') ?? '');
  Object.assign(button.dataset, { qr: '', act: 'enlarge' });
  form.querySelector('[data-qr]')?.replaceWith(button);
}

/** Wakes the page that hands the leaflet on. Nothing is read from its address and nothing is remembered. */
export function wakeChoice(share: HTMLElement): void {
  const { languages } = JSON.parse(share.dataset['props'] ?? '') as ShareProps;
  const words = share.dataset as unknown as ShareWords & { title: string };
  const all = (selector: string) => [...share.querySelectorAll<HTMLElement>(selector)];
  const form = share.querySelector('form');
  const dialog = share.querySelector('dialog');
  if (!form || !dialog) return;
  enlargeOnTap(form, dialog);

  function chosen(): Choice {
    const given = new FormData(form as HTMLFormElement);
    const language = languages.find(({ tag }) => tag === given.get('tag')) ?? (languages[0] as SharedLanguage);
    return { language, opening: openings.find((id) => id === given.get('opening')) ?? 'facts' };
  }

  function show(): void {
    const choice = chosen();
    const { says, qr, href } = saying(choice);
    const { tag, dir, script, scan } = choice.language;
    const autonym = form?.querySelector('[name=tag]:checked + span')?.textContent ?? '';
    const isText = choice.opening === 'facts';
    for (const place of all('[data-code]')) {
      showCode(place, qr, says, href);
      place.classList.toggle('text', isText);
      const [link] = place.querySelectorAll<HTMLElement>('[data-link]');
      if (link) Object.assign(link, isText ? { lang: tag, dir } : { lang: '', dir: 'ltr' });
    }
    for (const [places, textContent] of [['[data-scan]', scan], ['[data-file-language]', autonym]] as const) {
      for (const place of all(places)) {
        Object.assign(place, { lang: tag, dir, textContent });
        place.dataset['script'] = script;
      }
    }
    for (const note of all('[data-facts-note]')) note.hidden = !isText;
    for (const label of all('[data-handing]')) label.hidden = (label.dataset['handing'] === 'text') !== isText;
    for (const link of all('a[data-sheet]')) (link as HTMLAnchorElement).href = `${folder}${tag}/sheet/`;
    say('');
  }

  /** Says how it went beside what was pressed, where it is seen, and nothing elsewhere. */
  const say = (sentence: string, beside = 'code') => {
    for (const status of all('[data-said]')) {
      status.textContent = status.dataset['said'] === beside ? sentence : '';
      if (status.textContent) status.scrollIntoView({ block: 'nearest' });
    }
  };
  const name = ({ language, opening }: Choice, ending: string) => `leaflet-${language.tag}-${opening}.${ending}`;
  /** `instead`: where the browser refuses, and not the reader. */
  const send = (data: ShareData, instead: () => unknown) => navigator.share(data).catch(({ name }: DOMException) => (name === 'AbortError' ? undefined : instead()));
  const file = () => leafletFile(chosen().language.tag, document.documentElement.dataset['site'] ?? '');
  const copy = async () => {
    const { says, href } = saying(chosen());
    const [copied, notCopied] = href === undefined ? [words.textCopied, words.textNotCopied] : [words.copied, words.notCopied];
    // Where nothing can be copied the browser has no clipboard at all, and throws at once.
    await (async () => navigator.clipboard.writeText(says))().then(() => say(copied), () => say(notCopied));
  };
  const act: Readonly<Record<string, () => unknown>> = {
    enlarge: () => {
      dialog.showModal();
      // The button at its end would be brought into view, and the code out of it.
      dialog.focus();
      dialog.scrollTop = 0;
    },
    close: () => dialog.close(),
    copy,
    send: () => {
      const { says, href } = saying(chosen());
      return send({ title: words.title, ...(href === undefined ? { text: says } : { url: says }) }, copy);
    },
    svg: () => save(svgFile(saying(chosen()).qr), name(chosen(), 'svg')),
    png: async () => save(await pngFile(saying(chosen()).qr), name(chosen(), 'png')),
    file: async () => {
      const made = await file();
      save(made, made.name);
    },
    'send-file': async () => {
      const made = await file();
      return send({ title: words.title, files: [made] }, () => save(made, made.name));
    },
  };

  const canSend = 'share' in navigator;
  const canSendFiles = canSend && navigator.canShare?.({ files: [new File([''], 'leaflet.html', { type: 'text/html' })] });
  for (const button of all('[data-act]')) {
    const { act: does = '' } = button.dataset;
    if (does === 'send') button.hidden = !canSend;
    if (does === 'send-file') button.hidden = !canSendFiles;
    button.addEventListener('click', (event) => {
      event.preventDefault();
      say('');
      void Promise.resolve().then(act[does]).catch(() => say(words.failed, does.endsWith('file') ? 'file' : 'code'));
    });
  }
  dialog.addEventListener('click', () => dialog.close());
  // WebKit does not call a choice `:focus-visible` that an arrow key has come to.
  let byKey = false;
  form.addEventListener('pointerdown', () => (byKey = false));
  form.addEventListener('keydown', () => (byKey = true));
  form.addEventListener('change', ({ target }) => {
    show();
    // Keys go from choice to choice: the one they come to must stay in sight.
    const choice = byKey && (target as Element).closest('label');
    (choice || share.querySelector('[data-code]'))?.scrollIntoView({ block: 'nearest' });
  });
  // A browser that goes back to this page must not bring back what was chosen for the patient before.
  addEventListener('pageshow', () => {
    form.reset();
    show();
  });
  form.reset();
  show();
}
