/** Read the record's typed JSON from wherever these pages lie: a server, a folder, or the page itself. */

export class SourceError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export interface Source {
  /** Whether a server stands behind it, which can search, page and take decisions. */
  readonly live: boolean;
  get<T>(path: string, query?: Record<string, string>, signal?: AbortSignal): Promise<T>;
  /** Read a list: all of it where it was published, a page of it from a server. */
  list<T>(path: string, query?: Record<string, string>, signal?: AbortSignal): Promise<Part<T>>;
  send<T>(path: string, body: unknown, method?: 'POST' | 'DELETE' | 'PUT'): Promise<T>;
}

export interface Part<T> {
  readonly rows: readonly T[];
  /** The cursor of what follows, or nothing at the end. */
  readonly next: string | null;
  readonly total: number | null;
}

interface Envelope<T> {
  readonly data: T;
  readonly meta?: { readonly next?: string | null; readonly total?: number | null };
}

interface Refusal {
  readonly error?: { readonly message?: string; readonly what?: string };
}

/** Read over HTTP; writes carry a header that no foreign page can set. */
function server(root: string): Source {
  async function ask<T>(path: string, init: RequestInit): Promise<Envelope<T>> {
    const response = await fetch(`${root}/${path}`, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new SourceError('The server does not answer. Is `standoff serve` still running?', 0);
    });
    if (!response.ok) throw new SourceError(await refusal(response), response.status);
    return (await response.json()) as Envelope<T>;
  }
  return {
    live: true,
    get: async <T>(path: string, query = {}, signal?: AbortSignal) => (await ask<T>(`${path}${queried(query)}`, signal ? { signal } : {})).data,
    async list<T>(path: string, query = {}, signal?: AbortSignal) {
      const { data, meta } = await ask<readonly T[]>(`${path}${queried(query)}`, signal ? { signal } : {});
      return { rows: data, next: meta?.next ?? null, total: meta?.total ?? null };
    },
    send: async <T>(path: string, body: unknown, method = 'POST') =>
      (
        await ask<T>(path, {
          method,
          headers: { 'Content-Type': 'application/json', 'X-Standoff': '1' },
          body: JSON.stringify(body),
        })
      ).data,
  };
}

async function refusal(response: Response): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as Refusal;
  return body.error?.message ?? body.error?.what ?? `The server answered ${response.status}.`;
}

function queried(query: Record<string, string>): string {
  const kept = Object.entries(query).filter(([, value]) => value !== '');
  return kept.length ? `?${new URLSearchParams(kept).toString()}` : '';
}

/** Read what was published: files of a folder, or blocks of JSON within the page. Nothing can be written. */
function published(read: <T>(path: string) => Promise<T>): Source {
  return {
    live: false,
    get: (path, query = {}) => read(dated(path, query)),
    async list<T>(path: string) {
      const rows = await read<readonly T[]>(path);
      return { rows, next: null, total: rows.length };
    },
    send: () => Promise.reject(new SourceError('A published record takes no decisions.', 405)),
  };
}

/** Return the path of a page as known on a day: published records hold one for each day on which it changed. */
function dated(path: string, query: Record<string, string>): string {
  return query['as_of'] ? `${path}@${query['as_of']}` : path;
}

async function fromFolder<T>(path: string): Promise<T> {
  const response = await fetch(`data/${path.split('/').map(encodeURIComponent).join('/')}.json`).catch(() => null);
  if (!response?.ok) throw new SourceError('This was not published.', response?.status ?? 0);
  return (await response.json()) as T;
}

function fromPage<T>(path: string): Promise<T> {
  const block = document.getElementById(`data:${path}`);
  if (!block?.textContent) return Promise.reject(new SourceError('This was not published.', 404));
  return Promise.resolve(JSON.parse(block.textContent) as T);
}

/** Choose by what the page says of itself: `<meta name="standoff" content="page|folder">`, else a server. */
function choose(): Source {
  const delivery = document.querySelector<HTMLMetaElement>('meta[name="standoff"]')?.content;
  if (delivery === 'page') return published(fromPage);
  if (delivery === 'folder') return published(fromFolder);
  return server('api');
}

export const source: Source = choose();
