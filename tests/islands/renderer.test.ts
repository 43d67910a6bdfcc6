import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import * as preact from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as own from '../../src/islands/renderer.ts';

/** What is drawn, as both renderers take it. */
type Tree = { tag: string; props: Record<string, unknown>; key: number | undefined; children: Tree[] } | string | number | boolean | null;

interface Renderer {
  readonly Component: new (props: object) => { state: object; setState(part: object): void; render(): unknown };
  readonly h: (type: unknown, props: object, key?: unknown) => unknown;
  readonly hydrate: (view: never, root: Element) => void;
}

const ours = { ...own, h: own.jsx } as unknown as Renderer;
const theirs = { ...preact, h: (type: never, props: object, key?: number) => preact.h(type, { ...props, ...(key === undefined ? {} : { key }) }) } as unknown as Renderer;

function viewOf(tree: Tree, by: Renderer): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  const children = tree.children.map((child) => viewOf(child, by));
  return by.h(tree.tag, { ...tree.props, children: children.length > 1 ? children : children[0] }, tree.key);
}

/** What a browser's translation does to every text: other nodes take its place. */
function translate(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType !== 3) translate(child);
    else if (child.textContent) {
      const outer = document.createElement('font');
      outer.appendChild(document.createElement('font')).textContent = child.textContent;
      (child as ChildNode).replaceWith(outer);
    }
  }
}

/** Shows one tree after the other, and gives what stood on the page each time. */
async function shown(by: Renderer, trees: readonly Tree[], html: string, after = (_: Element) => {}): Promise<string[]> {
  const root = document.createElement('main');
  root.innerHTML = html;
  let part: InstanceType<Renderer['Component']> | undefined;
  class Show extends by.Component {
    override state = { tree: trees[0] };
    override render() {
      part = this;
      return viewOf((this.state as { tree: Tree }).tree, by);
    }
  }
  by.hydrate(by.h(Show, {}) as never, root);
  const pages = [root.innerHTML];
  for (const tree of trees.slice(1)) {
    after(root);
    part?.setState({ tree });
    await Promise.resolve();
    await Promise.resolve();
    pages.push(root.innerHTML);
  }
  return pages.map(compared);
}

/** The same whatever the order of attributes, and for what is true: Preact sets that as a property. */
const compared = (html: string) =>
  html.replaceAll(/<(\w+) ([^>]*)>/g, (_, tag: string, attributes: string) => `<${[tag, ...(attributes.replace(/disabled="(true)?"/, 'disabled').match(/[\w-]+(="[^"]*")?/g) ?? []).sort()].join(' ')}>`);

const props = fc.record(
  { class: fc.constantFrom('a', 'b'), 'data-on': fc.boolean(), 'aria-label': fc.constantFrom('one', undefined), disabled: fc.boolean() },
  { requiredKeys: [] },
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('word', 7, null, false),
    fc.record({ tag: fc.constantFrom('p', 'button', 'svg'), props, key: fc.constantFrom(undefined, 1, 2), children: fc.array(tie('tree'), { maxLength: 3 }) }),
  ),
}));
/** Keys stand for places here, not for an order: no two children of one element share one. */
const keyedOnce = (one: Tree): boolean => {
  if (typeof one !== 'object' || one === null) return true;
  const keys = one.children.flatMap((child) => (typeof child === 'object' && child !== null && child.key !== undefined ? [child.key] : []));
  return keys.length < 2 && one.children.every(keyedOnce);
};

describe('the renderer of islands', () => {
  beforeEach(() => {
    const { document, Text } = parseHTML('<!doctype html><body></body>');
    vi.stubGlobal('document', document);
    vi.stubGlobal('Text', class { constructor() { return document.createTextNode('') as never; } });
    vi.stubGlobal('Node', Text);
  });

  test('shows what Preact shows, whatever follows whatever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree.filter(keyedOnce), { minLength: 1, maxLength: 5 }), async (trees) => {
        expect(await shown(ours, trees, '')).toEqual(await shown(theirs, trees, ''));
      }),
      { numRuns: 1000 },
    );
  });

  test('shows the same where a browser translates what it has shown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree.filter(keyedOnce), { minLength: 2, maxLength: 5 }), async (trees) => {
        const pages = await shown(ours, trees, '', translate);
        expect(pages.map((page) => page.replaceAll(/<\/?font>/g, ''))).toEqual(await shown(theirs, trees, ''));
      }),
      { numRuns: 1000 },
    );
  });

  test('takes over the nodes that the build drew, and adds and removes nothing', () => {
    const root = document.createElement('main');
    root.innerHTML = '<p class="a">so much <b>text</b></p><button>go</button>';
    const nodes = [...root.querySelectorAll('*')];
    const taps: string[] = [];
    own.hydrate(
      own.jsx(own.Fragment, {
        children: [
          own.jsx('p', { class: 'a', children: ['so ', 'much ', own.jsx('b', { children: 'text' })] }),
          own.jsx('button', { onClick: () => taps.push('tap'), children: 'go' }),
        ],
      }),
      root,
    );
    expect([...root.querySelectorAll('*')]).toEqual(nodes);
    expect(root.textContent).toBe('so much textgo');
    (root.querySelector('button') as unknown as { onclick(): void }).onclick();
    expect(taps).toEqual(['tap']);
  });

  test('tells a part when it has come, has changed and goes, and gives and takes its references', async () => {
    const told: string[] = [];
    const ref = own.createRef() as { current: Element | null };
    class Inner extends own.Component {
      override componentDidMount() {
        told.push(`came ${ref.current?.localName}`);
      }
      override componentDidUpdate(before: { word?: string }) {
        told.push(`${before.word} to ${this.props['word']}`);
      }
      override componentWillUnmount() {
        told.push('goes');
      }
      override render() {
        return own.jsx('b', { ref, children: this.props['word'] as string });
      }
    }
    let outer: own.Component | undefined;
    class Outer extends own.Component {
      override state = { word: 'one' };
      override render() {
        outer = this;
        return this.state.word && own.jsx(Inner as never, { word: this.state.word });
      }
    }
    const root = document.createElement('main');
    own.hydrate(own.jsx(Outer as never, {}), root);
    const show = (word: string) => new Promise<void>((done) => outer?.setState({ word }, done));
    await show('two');
    expect(root.innerHTML).toBe('<b>two</b>');
    await show('');
    expect(root.innerHTML).toBe('');
    expect(told).toEqual(['came b', 'one to two', 'goes']);
    expect(ref.current).toBeNull();
  });

  test('leaves alone what is given to it unchanged, but draws a part in it that has changed', async () => {
    let inner: own.Component | undefined;
    let times = 0;
    const still: () => string = () => `drawn ${++times}`;
    class Inner extends own.Component {
      override state = { word: 'one' };
      override render() {
        inner = this;
        return this.state.word;
      }
    }
    const root = document.createElement('main');
    own.hydrate(own.jsx('p', { children: [own.jsx(still as never, {}), own.jsx(Inner as never, {})] }), root);
    await new Promise<void>((done) => inner?.setState({ word: 'two' }, done));
    expect(root.textContent).toBe('drawn 1two');
  });
});
