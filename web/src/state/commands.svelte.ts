/** Single keys that act on the screen at hand, and the palette; each screen offers its own. */
import { settings } from './settings.svelte';

type Act = () => void;

class Commands {
  palette = $state(false);
  help = $state(false);
  #offered: Record<string, Act>[] = [];

  /** Offer keys while a screen is there; returns what takes them away. */
  offer(keys: Record<string, Act>): () => void {
    this.#offered = [...this.#offered, keys];
    return () => (this.#offered = this.#offered.filter((one) => one !== keys));
  }

  /** Take a key press; letters act only outside of fields, and only where the reader wants that. */
  press(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.palette = !this.palette;
      return;
    }
    if (!settings.keys || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
    const act = this.#offered.toReversed().find((keys) => event.key.toLowerCase() in keys)?.[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  }
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export const commands = new Commands();
