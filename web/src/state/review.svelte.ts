/** Send decisions, keep what can be undone, and tell every screen when the record changed. */
import { source } from '../data/source';
import type { Entry } from '../data/types';
import { t, type Word } from '../i18n/index.svelte';
import { say } from './notices.svelte';
import { session } from './session.svelte';
import { view } from './url.svelte';

export interface Decision {
  readonly verb: 'accept' | 'reject' | 'correct' | 'same' | 'different' | 'relate' | 'grade';
  readonly target: string;
  readonly other?: string;
  readonly correction?: Readonly<Record<string, string | boolean>>;
  readonly reason?: string;
}

interface Taken {
  readonly entries: readonly Entry[];
  readonly effect: 'none' | 'soon' | 'next_run';
}

class Review {
  /** Grows with every change of the record, so that screens load again. */
  revision = $state(0);
  /** What this reader decided since the page was opened, the last one first; what was decided as one is undone as one. */
  made = $state.raw<readonly (readonly string[])[]>([]);

  get writable(): boolean {
    return session.writable;
  }

  decide(decision: Decision): Promise<boolean> {
    return this.#send(`review.done.${decision.verb}` as Word, 'decisions', decision);
  }

  /** Take events out of an incident: several entries of the log, one for each pair held apart. */
  split(incident: string, events: readonly string[], reason: string): Promise<boolean> {
    return this.#send('review.done.different', 'split', { incident, events, reason });
  }

  /** Take back what was decided last since the page was opened; older decisions stand in the log, to be taken back there. */
  async undo(): Promise<void> {
    const [last] = this.made;
    if (last) await this.takeBack(last, 'undone by the reviewer');
    else say(t('review.nothing'), { action: t('review.log'), act: () => view.go(['review']) });
  }

  /** Take decisions back, by whomever, with a reason; the log keeps both entries. */
  async takeBack(entries: readonly string[], reason: string): Promise<boolean> {
    const [first = '', ...also] = entries;
    try {
      await source.send(`decisions/${encodeURIComponent(first)}/retract`, { reason, also });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { bad: true });
      return false;
    }
    this.made = this.made.filter((one) => !one.includes(first));
    this.revision += 1;
    say(t('review.undone'));
    return true;
  }

  async #send(done: Word, path: string, body: unknown): Promise<boolean> {
    try {
      const { entries, effect } = await source.send<Taken>(path, body);
      this.made = [entries.map((entry) => entry.id), ...this.made];
      this.revision += 1;
      const text = effect === 'next_run' ? `${t(done)} ${t('review.later')}` : t(done);
      say(text, { action: t('review.undo'), act: () => void this.undo() });
      return true;
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { bad: true });
      return false;
    }
  }
}

export const review = new Review();
