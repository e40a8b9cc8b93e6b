/** Say something in passing, for eyes and for screen readers. */

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly bad?: boolean;
  readonly action?: string;
  readonly act?: () => void;
}

const SECONDS = 8;
const LONGER = 20; // for what can be acted on
let next = 0;

class Notices {
  all = $state.raw<readonly Notice[]>([]);

  drop(id: number): void {
    this.all = this.all.filter((notice) => notice.id !== id);
  }
}

export const notices = new Notices();

export function say(text: string, more: Omit<Notice, 'id' | 'text'> = {}): void {
  const id = (next += 1);
  notices.all = [...notices.all.slice(-2), { id, text, ...more }];
  setTimeout(() => notices.drop(id), (more.act ? LONGER : SECONDS) * 1000);
}
