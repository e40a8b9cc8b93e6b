/** Keep the whole view state in the address, so that any view can be cited, reloaded and gone back to. */

export type Params = Readonly<Record<string, string>>;

interface Place {
  readonly path: readonly string[];
  readonly params: Params;
}

/** Read a place from an address's fragment: `#/incidents/vanab-vomib?cell=…`. */
export function parse(hash: string): Place {
  const [route = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const params: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(query)) if (value) params[key] = value;
  return { path: route.split('/').filter(Boolean).map(decoded), params };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Write a place as a fragment; parameters stand in a fixed order, so that equal views have equal addresses. */
export function address(path: readonly string[], params: Params = {}): string {
  const kept = Object.entries(params)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const query = new URLSearchParams(kept).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${query ? `?${query}` : ''}`;
}

/** Parameters that hold on every screen and go along with each link. */
const LASTING = ['asof'] as const;

class View {
  #place = $state.raw<Place>(parse(location.hash));

  constructor() {
    addEventListener('hashchange', () => (this.#place = parse(location.hash)));
  }

  get path(): readonly string[] {
    return this.#place.path;
  }

  get params(): Params {
    return this.#place.params;
  }

  get(name: string): string {
    return this.#place.params[name] ?? '';
  }

  /** Change some parameters; an empty value removes one. Small moves replace the entry in the browser's history. */
  set(changes: Readonly<Record<string, string | undefined>>, move: 'push' | 'replace' = 'replace'): void {
    this.#to(address(this.path, merged(this.params, changes)), move);
  }

  /** Go to another screen; what holds everywhere goes along. */
  go(path: readonly string[], params: Params = {}): void {
    this.#to(this.link(path, params), 'push');
  }

  /** Return the address of a screen as seen from here. */
  link(path: readonly string[], params: Params = {}): string {
    const lasting = Object.fromEntries(LASTING.map((name) => [name, this.get(name)]));
    return address(path, { ...lasting, ...params });
  }

  #to(hash: string, move: 'push' | 'replace'): void {
    if (hash === location.hash) return;
    history[move === 'push' ? 'pushState' : 'replaceState'](null, '', hash);
    this.#place = parse(hash);
  }
}

export const view = new View();

/** Lay changes over parameters; an empty or missing value takes one away. */
function merged(params: Params, changes: Readonly<Record<string, string | undefined>>): Params {
  const all = { ...params, ...changes };
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
