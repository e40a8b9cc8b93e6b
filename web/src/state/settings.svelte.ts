/** Remember how this reader likes the pages: theme, single-key shortcuts, whether violent words are veiled. */

type Theme = 'light' | 'dark';

/** Read a remembered choice; a browser that keeps nothing for this page is no error. */
function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`standoff.${name}`);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`standoff.${name}`, value);
  } catch {
    // A private window keeps nothing: the choice holds until the page is closed.
  }
}

class Settings {
  #theme = $state<Theme>(firstTheme());
  #keys = $state(remembered('keys') !== 'off');
  #veiled = $state(remembered('veiled') === 'on');

  constructor() {
    this.#show();
  }

  get theme(): Theme {
    return this.#theme;
  }

  set theme(value: Theme) {
    this.#theme = value;
    remember('theme', value);
    this.#show();
  }

  /** Whether single letters act (WCAG 2.1.4 asks that they can be turned off). */
  get keys(): boolean {
    return this.#keys;
  }

  set keys(value: boolean) {
    this.#keys = value;
    remember('keys', value ? 'on' : 'off');
  }

  /** Whether words about violence are covered until asked for. */
  get veiled(): boolean {
    return this.#veiled;
  }

  set veiled(value: boolean) {
    this.#veiled = value;
    remember('veiled', value ? 'on' : 'off');
  }

  #show(): void {
    document.documentElement.dataset['theme'] = this.#theme;
  }
}

function firstTheme(): Theme {
  const chosen = remembered('theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export const settings = new Settings();
export { remember, remembered };
