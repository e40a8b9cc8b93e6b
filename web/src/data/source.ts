/** Read the record's typed JSON from wherever these pages lie: a server, a folder, or the page itself. */
import { t } from '../i18n/index.svelte';

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
  /** Where a feed of what is new lies, if there is one. */
  readonly feed: string | null;
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
      throw new SourceError(t('error.silent'), 0);
    });
    if (!response.ok) throw new SourceError(await refusal(response), response.status);
    return (await response.json()) as Envelope<T>;
  }
  return {
    live: true,
    feed: `${root}/feed.atom`,
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
  return body.error?.message ?? body.error?.what ?? t('error.status', { n: response.status });
}

function queried(query: Record<string, string>): string {
  const kept = Object.entries(query).filter(([, value]) => value !== '');
  return kept.length ? `?${new URLSearchParams(kept).toString()}` : '';
}

/** Read what was published: files of a folder, or blocks of JSON within the page. Nothing can be written. */
function published(read: <T>(path: string) => Promise<T>, feed: string | null): Source {
  return {
    live: false,
    feed,
    get: async <T>(path: string, query: Record<string, string> = {}) =>
      read<T>(await dated(read, decodeURIComponent(path), query['as_of'] ?? '')),
    async list<T>(path: string) {
      const rows = await read<readonly T[]>(path);
      return { rows, next: null, total: rows.length };
    },
    send: () => Promise.reject(new SourceError(t('merge.published'), 405)),
  };
}

/** Published records hold a page for each day on which less was known: choose the last one up to the day asked for. */
async function dated(read: <T>(path: string) => Promise<T>, path: string, day: string): Promise<string> {
  const [kind, name, more] = path.split('/');
  if (!day || kind !== 'incidents' || !name || more) return path;
  const { dated: days } = await read<{ readonly dated?: Readonly<Record<string, readonly string[]>> }>('record');
  const page = await read<{ readonly incident: { readonly known_since: string | null } }>(path);
  if ((page.incident.known_since ?? '') > day) throw new SourceError(t('error.day'), 404);
  const earlier = days?.[name]?.filter((one) => one <= day).at(-1);
  const last = days?.[name]?.at(-1);
  return earlier && !(last && day > last && (await whole(read, path, day))) ? `${path}@${earlier}` : path;
}

/** Tell whether all of an incident's documents had been published by a day. */
async function whole(read: <T>(path: string) => Promise<T>, path: string, day: string): Promise<boolean> {
  type Row = { readonly published: { readonly earliest: string | null; readonly latest: string | null } | null };
  const { documents } = await read<{ readonly documents: readonly Row[] }>(path);
  return documents.every(({ published }) => (published?.latest ?? published?.earliest ?? '9').slice(0, 10) <= day);
}

/** Name a file as the folder has it: what some file system or web host may not take is quoted. */
function fileName(part: string): string {
  const quoted = encodeURIComponent(part).replace(/[!*'()]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return quoted.replaceAll('%40', '@').replaceAll('%20', ' ');
}

async function fromFolder<T>(path: string): Promise<T> {
  const file = path.split('/').map((part) => encodeURIComponent(fileName(part))).join('/');
  const response = await fetch(`data/${file}.json`).catch(() => null);
  if (!response?.ok) throw new SourceError(t('error.unpublished'), response?.status ?? 0);
  return (await response.json()) as T;
}

function fromPage<T>(path: string): Promise<T> {
  const block = document.getElementById(`data:${path}`);
  if (!block?.textContent) return Promise.reject(new SourceError(t('error.unpublished'), 404));
  return Promise.resolve(JSON.parse(block.textContent) as T);
}

/** Choose by what the page says of itself: `<meta name="standoff" content="page|folder">`, else a server. */
function choose(): Source {
  const delivery = document.querySelector<HTMLMetaElement>('meta[name="standoff"]')?.content;
  if (delivery === 'page') return published(fromPage, null);
  if (delivery === 'folder') return published(fromFolder, 'feed.atom');
  return server('api');
}

export const source: Source = choose();
