/** Know whether anything is on its way, for the line at the top of the page and for those who cannot see it. */
import { untrack } from 'svelte';

class Busy {
  #open = $state(0);

  get now(): boolean {
    return this.#open > 0;
  }

  /** Count some work until it has come to an end, whichever. */
  async watch<T>(work: Promise<T>): Promise<T> {
    untrack(() => (this.#open += 1));
    try {
      return await work;
    } finally {
      this.#open -= 1;
    }
  }
}

export const busy = new Busy();
