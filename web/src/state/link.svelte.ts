/** Hold the line to the server: hear when the record changed, by whomever, and notice when nobody answers any more. */
import { source } from '../data/source';

const PATIENCE = 4_000; // milliseconds of silence after which the reader is told

class Link {
  /** Whether the server has not been heard for a while: what is shown may be old. */
  lost = $state(false);
  #seen = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Call back whenever the record changed; returns what ends that. */
  listen(changed: () => void): () => void {
    if (!source.live || typeof EventSource === 'undefined') return () => undefined;
    const stream = new EventSource('api/inbox/stream');
    stream.addEventListener('open', () => this.#heard());
    stream.addEventListener('error', () => (this.#timer ??= setTimeout(() => (this.lost = true), PATIENCE)));
    stream.addEventListener('record', (event) => {
      this.#heard();
      const { revision } = JSON.parse(String(event.data)) as { readonly revision: string };
      if (this.#seen && this.#seen !== revision) changed();
      this.#seen = revision;
    });
    return () => (clearTimeout(this.#timer), stream.close());
  }

  #heard(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.lost = false;
  }
}

export const link = new Link();
