/** Keep filters under names: at the server for whoever may write there, else in this browser. */
import { source } from '../data/source';
import { say } from './notices.svelte';
import { session } from './session.svelte';
import { remember, remembered } from './settings.svelte';
import type { Params } from './url.svelte';

interface SavedView {
  readonly name: string;
  readonly params: Params;
}

class SavedViews {
  #kept = $state.raw<readonly SavedView[] | null>(null);
  #here = $state.raw<readonly SavedView[]>(inBrowser());

  /** Those of the server and those of this browser, each name once. */
  get all(): readonly SavedView[] {
    const kept = this.#kept ?? [];
    return [...kept, ...this.#here.filter((one) => !kept.some((other) => other.name === one.name))].toSorted((a, b) => a.name.localeCompare(b.name));
  }

  async load(): Promise<void> {
    if (source.live) this.#kept = await source.get<readonly SavedView[]>('views').catch(() => null); // an older server keeps none
  }

  async keep(name: string, params: Params): Promise<void> {
    const view = { name, params };
    if (session.writable && this.#kept) await this.#send(() => source.send('views', view));
    else this.#keepHere([...this.#here.filter((one) => one.name !== name), view]);
  }

  async forget(name: string): Promise<void> {
    this.#keepHere(this.#here.filter((one) => one.name !== name));
    if (this.#kept?.some((one) => one.name === name)) await this.#send(() => source.send(`views/${encodeURIComponent(name)}`, {}, 'DELETE'));
  }

  async #send(work: () => Promise<readonly SavedView[]>): Promise<void> {
    try {
      this.#kept = await work();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { bad: true });
    }
  }

  #keepHere(views: readonly SavedView[]): void {
    this.#here = views;
    remember('views', JSON.stringify(Object.fromEntries(views.map((one) => [one.name, one.params]))));
  }
}

function inBrowser(): readonly SavedView[] {
  try {
    const held = JSON.parse(remembered('views') ?? '{}') as Readonly<Record<string, Params>>;
    return Object.entries(held).map(([name, params]) => ({ name, params }));
  } catch {
    return [];
  }
}

export const saved = new SavedViews();
