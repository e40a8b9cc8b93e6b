/** Hold a list that grows by pages; where all of it was published, the pages sift it themselves. */
import { busy } from '../state/busy.svelte';
import { source } from './source';

const STEP = 100; // rows shown at once of what was published

export class List<T> {
  #rows = $state.raw<readonly T[]>([]);
  #next = $state<string | null>(null);
  #most = $state(STEP);
  total = $state<number | null>(null);
  error = $state<string | null>(null);
  loading = $state(true);
  #wanted: { path: string; query: Record<string, string> } | null = null;

  constructor(
    ask: () => { path: string; query: Record<string, string> } | null,
    readonly sift: () => (rows: readonly T[]) => readonly T[] = () => (rows) => rows,
  ) {
    $effect(() => {
      const wanted = ask();
      this.#wanted = wanted;
      if (!wanted) return;
      const stop = new AbortController();
      void this.#load(stop.signal);
      return () => stop.abort();
    });
  }

  #sifted = $derived.by(() => (source.live ? this.#rows : this.sift()(this.#rows)));

  get rows(): readonly T[] {
    return source.live ? this.#sifted : this.#sifted.slice(0, this.#most);
  }

  get count(): number | null {
    if (!source.live) return this.#sifted.length;
    return this.total ?? (this.loading || this.more ? null : this.#rows.length);
  }

  get more(): boolean {
    return source.live ? this.#next !== null : this.#sifted.length > this.#most;
  }

  async grow(): Promise<void> {
    if (!source.live) this.#most += STEP;
    else if (this.#next && this.#wanted) await this.#load(undefined, this.#next);
  }

  async #load(signal?: AbortSignal, cursor = ''): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted) return;
    this.loading = true;
    try {
      const query = source.live ? { ...wanted.query, ...(cursor ? { cursor } : {}) } : {};
      const part = await busy.watch(source.list<T>(wanted.path, query, signal));
      if (signal?.aborted) return;
      this.#rows = cursor ? [...this.#rows, ...part.rows] : part.rows;
      this.#next = part.next;
      this.total = cursor ? this.total : part.total; // another question has another total
      this.error = null;
    } catch (error) {
      if (signal?.aborted) return;
      this.error = error instanceof Error ? error.message : String(error);
    }
    this.loading = false;
  }
}
