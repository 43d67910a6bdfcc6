/** The three engines that people's phones run, one browser of each. */
export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

/** Those, and the oldest Chromium that the pages are laid out for: who has an old phone cannot have a newer one. */
export const browserNames = [...engineNames, 'older'] as const;
export type BrowserName = (typeof browserNames)[number];

/** What a reader has set on their phone before they open the leaflet. */
export interface OpenOptions {
  /** Default true. With false the page's own scripts never run; `evaluate` still works, but not with promises. */
  readonly javascript?: boolean;
  /** Preferred languages, first choice first, with their region (`pa-IN`). WebKitGTK only takes the first. */
  readonly languages?: readonly string[];
  readonly dark?: boolean;
  readonly reducedMotion?: boolean;
  /** Rejected by WebKitGTK, which has none. */
  readonly forcedColors?: boolean;
  /** A window that forgets everything when it is closed. Firefox only: a driven Chromium or WebKitGTK has no other. */
  readonly privately?: boolean;
  /** Room for all sites together, in kilobytes. Firefox only. */
  readonly storageKilobytes?: number;
  /** Inner size in CSS pixels. Default 390 × 844. */
  readonly viewport?: Viewport;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** Something that a page should not have done. `network` is a request that failed, which offline is no fault. */
export interface Problem {
  readonly kind: 'console' | 'exception' | 'policy' | 'network';
  readonly text: string;
}

/** Keys that have a name; any single character is a key too. */
export type Key =
  | 'Tab' | 'Shift+Tab' | 'Enter' | 'Space' | 'Escape' | 'Backspace' | 'Delete' | 'Home' | 'End' | 'PageUp' | 'PageDown'
  | 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** A real browser, of which each `open` is another reader: nothing stored, no worker, their own settings. */
export interface Engine {
  readonly name: EngineName;
  open(options?: OpenOptions): Promise<Tab>;
  /** Ends every browser process that this engine started. */
  close(): Promise<void>;
}

/** One tab in a window of its own. */
export interface Tab {
  readonly engine: EngineName;
  /** Since the tab was opened, oldest first. WebKitGTK only tells what happens after a page has loaded. */
  readonly problems: readonly Problem[];
  /** Resolves when the page has loaded; rejects when nothing answers. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs in the page and returns what JSON can carry: a function of one argument (which may be async), or an expression. */
  evaluate<R>(code: string): Promise<R>;
  evaluate<R, A = undefined>(code: (argument: A) => R | Promise<R>, argument?: A): Promise<R>;
  /** Asks the page again and again until the answer is truthy, and returns it. One answer should not take more than 3 s. */
  waitFor<R>(code: string, wait: Wait): Promise<R>;
  waitFor<R, A = undefined>(code: (argument: A) => R | Promise<R>, wait: Wait, argument?: A): Promise<R>;
  /** Innermost text as it is drawn. Rejects when nothing matches. */
  text(selector: string): Promise<string>;
  /** A real pointer, after scrolling there. Waits up to 5 s for a match. */
  click(selector: string): Promise<void>;
  /** A real key, to whatever has the focus. */
  press(key: Key | (string & {})): Promise<void>;
  /** Each character as a key. */
  type(text: string): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  /** PNG of the viewport. */
  screenshot(path: string): Promise<void>;
  /** PDF of the page as it would be printed, on A4 unless told. WebKitGTK's driver cannot. */
  pdf(path: string, paper?: 'a4' | 'letter'): Promise<void>;
  /** Room for the site of this page from now on, in bytes; the browser's own measure without a number. Chromium only. */
  limitStorage(bytes?: number): Promise<void>;
  /** Another tab of the same reader: the same storage and the same worker. */
  newTab(): Promise<Tab>;
  close(): Promise<void>;
  /** Stops every process of the browser, as a phone that falls asleep does. Only `thaw` is answered after it. */
  freeze(): void;
  thaw(): void;
}

export interface Wait {
  /** What is awaited, in words; an error says it. */
  readonly what: string;
  /** Default 40 000. */
  readonly timeoutMs?: number;
}
