/** Hold what every screen needs of the record: its title, counts, days of the published clock. */
import { source } from '../data/source';
import type { RecordPage } from '../data/types';

class RecordState {
  page = $state.raw<RecordPage | null>(null);
  error = $state<string | null>(null);

  async load(): Promise<void> {
    try {
      this.page = await source.get<RecordPage>('record');
      this.error = null;
    } catch (error) {
      this.error = error instanceof Error ? error.message : String(error);
    }
  }
}

export const record = new RecordState();
