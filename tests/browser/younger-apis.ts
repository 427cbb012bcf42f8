/** Every API that is younger than one of the browsers that the page is made for, by MDN's tables. */
import { createRequire } from 'node:module';
import { oldestBrowsers } from '../../src/web/oldest-browsers.ts';

interface Support {
  readonly version_added: string | boolean | null;
  readonly partial_implementation?: boolean;
}
type Statement = Support | readonly Support[];

interface Feature {
  readonly __compat?: { readonly support: Readonly<Record<string, Statement | undefined>> };
}
type Tree = Feature & { readonly [name: string]: Tree };

const data = createRequire(import.meta.url)('@mdn/browser-compat-data') as {
  readonly api: Tree;
  readonly javascript: { readonly builtins: Tree };
};

const addedIn = (statement: Statement | undefined): number => {
  const [first] = [statement ?? []].flat() as readonly Support[];
  const added = first?.version_added;
  return typeof added === 'string' ? Number.parseFloat(added.replace('≤', '')) : Infinity;
};

/** Not in the oldest of them, or not in it yet. */
function isYounger({ __compat: known }: Feature): boolean {
  if (known === undefined) return false;
  return Object.entries(oldestBrowsers).some(
    ([browser, oldest]) => !(addedIn(known.support[browser]) <= oldest),
  );
}

/** `Array.toSorted` as its owner and its name; a name alone where the whole of it is younger. */
function youngerIn(tree: Tree): string[] {
  return Object.entries(tree)
    .filter(([name]) => /^\w+$/.test(name) && name !== '__compat')
    .flatMap(([owner, feature]) => {
      if (isYounger(feature)) return [owner];
      return Object.entries(feature)
        .filter(([name, one]) => /^[a-zA-Z]\w*$/.test(name) && isYounger(one))
        .map(([name]) => `${owner}.${name}`);
    });
}

export const youngerApis = (): readonly string[] => [
  ...new Set([...youngerIn(data.javascript.builtins), ...youngerIn(data.api)]),
];

/**
 * Run in the page, before anything else: takes each of them away, and leaves behind in `takenAway` which were there. What
 * belongs to the global object by itself, and cannot be taken away, stays.
 */
export const takeAway = `(names) => {
  globalThis.takenAway = names.filter((name) => {
    const [owner, named] = name.split('.');
    // MDN marks what belongs to the constructor itself.
    const member = named && named.replace(/_static$/, '');
    const own = globalThis[owner];
    const places = named === undefined || owner === 'Window' ? [globalThis, Window.prototype]
      : [member === named && own && own.prototype ? own.prototype : own];
    let gone = false;
    for (const place of places) {
      if (!place || !Object.prototype.hasOwnProperty.call(place, member || owner)) continue;
      try { gone = delete place[member || owner] || gone; } catch { /* It stays. */ }
    }
    return gone;
  });
}`;
