/** Know who reads: what may be decided, under which name, and whether a token is asked for first. */
import { source } from '../data/source';

interface Who {
  readonly role: 'viewer' | 'editor' | 'owner';
  readonly name: string;
  readonly names_itself: boolean;
  readonly needs_token: boolean;
  readonly signed_in: boolean;
}

class Session {
  who = $state.raw<Who | null>(null);

  /** Whether decisions can be taken here. */
  get writable(): boolean {
    return source.live && !!this.who && this.who.signed_in && this.who.role !== 'viewer';
  }

  get asks(): boolean {
    return !!this.who && this.who.needs_token && !this.who.signed_in;
  }

  async load(): Promise<void> {
    if (source.live) this.who = await source.get<Who>('session');
  }

  async signIn(token: string): Promise<void> {
    this.who = await source.send<Who>('session', { token });
  }
}

export const session = new Session();
