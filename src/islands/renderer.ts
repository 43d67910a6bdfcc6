/**
 * What the views of islands use of Preact, in a quarter of its bytes: every page fetches this. A build puts it in Preact's place in
 * the browser; pages are drawn by Preact itself. Anything can be drawn but a list whose items change places. A browser's translation
 * puts nodes of its own in the place of texts; they go when what stands there changes.
 */

type Child = View | Child[] | string | number | boolean | null | undefined;
type Props = Readonly<Record<string, unknown>> & { readonly children?: Child; readonly ref?: Ref };
type Ref = { current: Element | null } | ((element: Element | null) => void);
type Drawn = (props: Props) => Child;

/** A tag, or a component, with what it is given. */
interface View {
  readonly type: string | Drawn | typeof Component;
  readonly props: Props;
  readonly key: unknown;
}

/** What stands on the page for a child. */
interface Live {
  readonly child: Child;
  readonly node?: ChildNode;
  readonly part?: Component;
  readonly below: readonly (Live | undefined)[];
}

/** A part of an island that has a state; drawn again, with all around it, when that changes. */
export class Component {
  state: object = {};
  /** What it was drawn with last. */
  drawn: readonly [Props, object] | undefined;
  readonly redraw: () => void;
  constructor(public props: Props) {
    this.redraw = redrawRoot;
  }
  componentDidMount?(): void;
  componentDidUpdate?(props: Props, state: object): void;
  componentWillUnmount?(): void;
  render(): Child {
    return null;
  }
  /** Changes a part of the state at once, and the page by and by; `done` is called when the page shows it. */
  setState(part: object, done?: () => void): void {
    this.state = { ...this.state, ...part };
    if (done) after.push(done);
    this.redraw();
  }
}

export const createRef = () => ({ current: null });
export const Fragment: Drawn = ({ children }) => children;
export const jsx = (type: View['type'], props: Props, key?: unknown): View => ({ type, props, key });
export { jsx as jsxs, jsx as jsxDEV };

const svgSpace = 'http://www.w3.org/2000/svg';
/** To be called once the page shows what was drawn. */
let after: (() => void)[] = [];
/** Where the next node belongs: before this one. */
let place: ChildNode | null = null;
/** While the nodes that the build drew are taken over. */
let taking = false;
let redrawRoot = () => {};

/** Wakes what the build drew in an element. */
export function hydrate(child: Child, root: Element): void {
  let live: Live | undefined;
  let isDue = false;
  const draw = () => {
    isDue = false;
    redrawRoot = later;
    place = root.firstChild;
    live = drawn(root, live, child);
    clearRest();
    const calls = after;
    after = [];
    for (const call of calls) call();
  };
  const later = () => {
    if (!isDue) queueMicrotask(draw);
    isDue = true;
  };
  taking = true;
  draw();
  taking = false;
}

const isText = (child: Child): child is string | number => typeof child === 'string' || typeof child === 'number';
const isView = (child: Child): child is View => typeof child === 'object' && child !== null && 'type' in child;

function isSame(one: Child, other: Child): boolean {
  if (isView(one) && isView(other)) return one.type === other.type && one.key === other.key;
  return !isView(one) && !isView(other) && Array.isArray(one) === Array.isArray(other);
}

function drawn(box: Element, old: Live | undefined, child: Child): Live | undefined {
  clearIfLost(old?.node);
  if (old && child === old.child && isStill(old)) {
    passBy(box, old);
    return old;
  }
  if (old && !isSame(old.child, child)) {
    remove(old);
    old = undefined;
  }
  if (child === null || child === undefined || typeof child === 'boolean') return old && void remove(old);
  if (Array.isArray(child)) return { child, below: all(box, old, child) };
  if (!isView(child)) return drawText(box, old, `${child}`);
  const { type } = child;
  return typeof type === 'string' ? drawElement(box, old, child, type) : drawPart(box, old, child, type);
}

function all(box: Element, old: Live | undefined, children: readonly Child[]): (Live | undefined)[] {
  old?.below.slice(children.length).forEach(remove);
  return children.map((child, index) => drawn(box, old?.below[index], child));
}

function drawText(box: Element, old: Live | undefined, child: string): Live {
  const node = (old?.node ?? (taking && place?.nodeType === 3 ? place : new Text())) as Text;
  if (node.data !== child) node.data = child;
  put(box, node);
  return { child, node, below: [] };
}

function drawPart(box: Element, old: Live | undefined, child: View, type: Drawn | typeof Component): Live {
  const { props } = child;
  if (!(type.prototype instanceof Component)) return { child, below: all(box, old, [(type as Drawn)(props)]) };
  const part = old?.part ?? new (type as typeof Component)(props);
  const { drawn } = part;
  part.props = props;
  part.drawn = [props, part.state];
  const below = all(box, old, [part.render()]);
  after.push(() => (drawn ? part.componentDidUpdate?.(...drawn) : part.componentDidMount?.()));
  return { child, part, below };
}

function drawElement(box: Element, old: Live | undefined, child: View, type: string): Live {
  const { props } = child;
  const space = type === 'svg' ? svgSpace : box.namespaceURI;
  const taken = old?.node ?? (taking && (place as Element | null)?.localName === type ? place : null);
  const node = (taken ?? document.createElementNS(space, type)) as HTMLElement;
  const before = (old?.child as View | undefined)?.props ?? {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(props)])) set(node, name, before[name], props[name]);
  put(box, node);
  const next = place;
  const { children } = props;
  let below: Live['below'] = [];
  if (isText(children)) {
    old?.below.forEach(remove);
    if (taking ? node.textContent !== `${children}` : before.children !== children) node.textContent = `${children}`;
  } else {
    place = node.firstChild;
    below = all(node, old, [children]);
    // What never had children may have been filled by its reference.
    if (taking || children !== before.children) clearRest();
  }
  place = next;
  refer(props.ref, node);
  return { child, node, below };
}

function set(node: HTMLElement, name: string, before: unknown, value: unknown): void {
  if (name === 'checked') (node as HTMLInputElement).checked = !!value;
  else if (before === value || name === 'children' || name === 'ref') return;
  else if (name.startsWith('on')) Object.assign(node, { [name.toLowerCase()]: value });
  // data-… and aria-… say "false" in so many letters.
  else if (value === undefined || value === null || (value === false && name[4] !== '-')) node.removeAttribute(name);
  else node.setAttribute(name, `${value}`);
}

function refer(ref: Ref | undefined, node: Element | null): void {
  if (typeof ref === 'function') ref(node);
  else if (ref) ref.current = node;
}

function put(box: Element, node: ChildNode): void {
  if (node !== place) box.insertBefore(node, place);
  place = node.nextSibling;
}

/** Whether nothing in it has a state. */
const isStill = ({ part, below }: Live): boolean => !part && below.every((live) => !live || isStill(live));

/** What has not changed stays where it is. */
function passBy(box: Element, { node, below }: Live): void {
  clearIfLost(node);
  if (node) put(box, node);
  else for (const live of below) if (live) passBy(box, live);
}

/** Where a text of ours has been replaced nobody knows by what: all that follows is put there again. */
function clearIfLost(node: ChildNode | undefined): void {
  if (node && !node.parentNode) clearRest();
}

/** Takes away what follows and is not ours: what the build drew and nobody took over, or what a translation left. */
function clearRest(): void {
  while (place) {
    const { nextSibling } = place;
    place.remove();
    place = nextSibling;
  }
}

function remove(live: Live | undefined): void {
  if (!live) return;
  live.part?.componentWillUnmount?.();
  live.below.forEach(remove);
  if (!live.node) return;
  if (live.node === place) place = place.nextSibling;
  refer((live.child as View).props?.ref, null);
  live.node.remove();
}
