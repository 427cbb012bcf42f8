/**
 * As much of a document as the page's parts draw themselves on, in this process and without a browser: for the numbers
 * and words of the page. Layout, focus and what a browser makes of it are shown in Chromium (tests/browser).
 */
class Knot {
  readonly nodeType: number;
  readonly localName: string;
  readonly namespaceURI: string;
  readonly childNodes: Knot[] = [];
  parentNode: Knot | null = null;
  data = '';
  readonly attributes = new Map<string, string>();
  readonly listeners = new Map<string, unknown>();
  readonly style = { setProperty: () => {} };
  readonly clientWidth = 800;

  constructor(nodeType: number, localName: string, namespaceURI = '') {
    this.nodeType = nodeType;
    this.localName = localName;
    this.namespaceURI = namespaceURI;
  }

  get firstChild(): Knot | null {
    return this.childNodes[0] ?? null;
  }
  get nextSibling(): Knot | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  insertBefore(child: Knot, before: Knot | null): Knot {
    child.remove();
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(at, 0, child);
    child.parentNode = this;
    return child;
  }
  appendChild(child: Knot): Knot {
    return this.insertBefore(child, null);
  }
  removeChild(child: Knot): Knot {
    child.remove();
    return child;
  }
  remove(): void {
    const siblings = this.parentNode?.childNodes;
    siblings?.splice(siblings.indexOf(this), 1);
    this.parentNode = null;
  }
  contains(other: Knot | null): boolean {
    return other !== null && (other === this || this.contains(other.parentNode));
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  addEventListener(name: string, listener: unknown): void {
    this.listeners.set(name, listener);
  }
  removeEventListener(name: string): void {
    this.listeners.delete(name);
  }
  scrollIntoView(): void {}
  focus(): void {}
}

export type Drawn = Knot;

const element = (name: string, space = 'http://www.w3.org/1999/xhtml'): Knot =>
  new Knot(1, name, space);

export const documentElement = element('html');

/** What the page's parts look for around them. */
export function layOutDocument(): void {
  const quiet = { addEventListener: () => {}, removeEventListener: () => {} };
  const globals: Readonly<Record<string, unknown>> = {
    document: {
      ...quiet,
      hidden: false,
      documentElement,
      createElement: element,
      createElementNS: (space: string, name: string) => element(name, space),
      querySelector: () => null,
      createTextNode: (data: string) => Object.assign(new Knot(3, '#text'), { data }),
    },
    ...quiet,
    window: globalThis,
    devicePixelRatio: 1,
    getComputedStyle: () => ({ getPropertyValue: (name: string) => name }),
    matchMedia: () => ({ ...quiet, matches: false }),
    ResizeObserver: class {
      observe(): void {}
      disconnect(): void {}
    },
    navigator: { languages: ['en'] },
  };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

// Some parts look for it already while they are loaded: whoever draws those imports this file before them.
layOutDocument();

/** The words under it, as a person reads them, one space between. */
export const wordsOf = (knot: Drawn): string => joined(knot).replaceAll(/\s+/g, ' ').trim();

/** Words of one line stay together; what stands in boxes of its own is apart. */
const inline = new Set(['#text', 'span', 'strong', 'b', 'a']);

function joined(knot: Drawn): string {
  if (knot.nodeType === 3) return knot.data;
  const inside = knot.childNodes.map(joined).join('');
  return inline.has(knot.localName) ? inside : ` ${inside} `;
}

/** All under it that match, in the order of the document. */
export const all = (knot: Drawn, matches: (one: Drawn) => boolean): Drawn[] =>
  knot.childNodes.flatMap((one) => [...(matches(one) ? [one] : []), ...all(one, matches)]);

export const named =
  (name: string, attribute?: string, value?: string) =>
  (one: Drawn): boolean =>
    one.localName === name && (attribute === undefined || one.attributes.get(attribute) === value);

/** Names and values of all lists of facts under it. */
export const factsIn = (knot: Drawn): ReadonlyMap<string, string> =>
  new Map(
    all(knot, named('dt')).map((name) => [
      wordsOf(name),
      wordsOf(all(name.parentNode!, named('dd'))[0]!),
    ]),
  );

/** One of the things that can be pressed, by all its words. */
export function button(knot: Drawn, words: string): Drawn {
  const found = all(knot, named('button')).filter((one) => wordsOf(one) === words);
  if (found.length !== 1) throw new Error(`${found.length} buttons with the words: ${words}`);
  return found[0]!;
}

/** What a browser would do of it, with what then stands in the field. */
export function happenTo(
  knot: Drawn,
  type: 'click' | 'change' | 'input' | 'submit',
  field: Readonly<Record<string, unknown>> = {},
): void {
  const heard = knot.listeners.get(type) as ((event: unknown) => void) | undefined;
  if (heard === undefined) throw new Error(`${knot.localName} does not listen to ${type}`);
  heard.call(knot, { type, currentTarget: field, preventDefault: () => {} });
}
