/** Send decisions, keep what can be undone, and tell everyone when the record changed. */
import { source } from '../data/source';
import type { Entry } from '../data/types';
import { t } from '../i18n/index.svelte';
import { say } from './notices.svelte';

export interface Decision {
  readonly verb: 'accept' | 'reject' | 'correct' | 'same' | 'different' | 'grade';
  readonly target: string;
  readonly other?: string;
  readonly correction?: Readonly<Record<string, string>>;
  readonly reason?: string;
}

interface Taken {
  readonly entry: Entry;
}

class Review {
  /** Grows with every decision, so that screens load again. */
  revision = $state(0);
  /** What this reader decided since the page was opened, the last one first. */
  made = $state.raw<readonly Entry[]>([]);

  get writable(): boolean {
    return source.live;
  }

  async decide(decision: Decision): Promise<boolean> {
    try {
      const { entry } = await source.send<Taken>('decisions', decision);
      this.made = [entry, ...this.made];
      this.revision += 1;
      say(t(`review.done.${decision.verb}`), { action: t('review.undo'), act: () => void this.undo() });
      return true;
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { bad: true });
      return false;
    }
  }

  /** Take events out of an incident: several entries of the log, one for each pair held apart. */
  async split(incident: string, events: readonly string[], reason: string): Promise<boolean> {
    try {
      const { entries } = await source.send<{ readonly entries: readonly Entry[] }>('split', { incident, events, ...(reason ? { reason } : {}) });
      this.made = [...entries, ...this.made];
      this.revision += 1;
      say(t('review.done.different'), { action: t('review.undo'), act: () => void this.undo() });
      return true;
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { bad: true });
      return false;
    }
  }

  /** Take the last decision back; the log keeps both entries. */
  async undo(): Promise<void> {
    const [last, ...rest] = this.made;
    if (!last) return say(t('review.nothing'));
    try {
      await source.send(`decisions/${encodeURIComponent(last.id)}/retract`, {});
      this.made = rest;
      this.revision += 1;
      say(t('review.undone'));
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { bad: true });
    }
  }
}

export const review = new Review();
