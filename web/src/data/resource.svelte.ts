/** Load what a screen shows again whenever its address changes; what was asked for and is no longer wanted is dropped. */
import { busy } from '../state/busy.svelte';
import { source } from './source';

export class Resource<T> {
  data = $state.raw<T | null>(null);
  error = $state<string | null>(null);
  loading = $state(true);
  #again = $state(0);

  constructor(ask: () => { path: string; query?: Record<string, string> } | null) {
    $effect(() => {
      const wanted = ask();
      void this.#again;
      if (!wanted) return;
      const stop = new AbortController();
      this.loading = true;
      void busy.watch(source.get<T>(wanted.path, wanted.query, stop.signal)).then(
        (data) => this.#settle(stop, () => ((this.data = data), (this.error = null))),
        (error: unknown) => this.#settle(stop, () => (this.error = error instanceof Error ? error.message : String(error))),
      );
      return () => stop.abort();
    });
  }

  /** Ask again, after a decision for example; what is shown stays until the answer is there. */
  reload(): void {
    this.#again += 1;
  }

  #settle(stop: AbortController, take: () => void): void {
    if (stop.signal.aborted) return;
    take();
    this.loading = false;
  }
}
