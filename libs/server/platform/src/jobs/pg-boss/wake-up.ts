import type { PgBoss } from 'pg-boss';
import { Batch } from '../../database/batch.ts';

const CHANNEL = 'bureau_jobs';

interface Announcement {
  name: string;
  dueMs: number;
}

/**
 * Tells every process by NOTIFY that a job was added, so that it begins within milliseconds. A hint only: workers look
 * by themselves every second too.
 */
export class WakeUp {
  private listening: { close(): Promise<void> } | undefined;
  private readonly announcements = new Batch<Announcement>((items) => this.notify(items));

  constructor(private readonly boss: PgBoss) {}

  /** `onMissed` is called when the connection had been lost and hints may have been missed. */
  async listen(on: (name: string, dueMs: number) => void, onMissed: () => void): Promise<void> {
    const onPayload = (payload: string) => {
      for (const line of payload.split('\n')) {
        const [name = '', dueMs] = line.split(' ');
        on(name, Number(dueMs));
      }
    };
    this.listening = await this.boss.getDb().listen?.(CHANNEL, onPayload, onMissed);
  }

  async close(): Promise<void> {
    await this.listening?.close();
    this.listening = undefined;
  }

  announce(name: string, dueMs: number): Promise<void> {
    return this.announcements.add({ name, dueMs });
  }

  private async notify(items: Announcement[]): Promise<void> {
    const soonest = new Map<string, number>();
    for (const { name, dueMs } of items) {
      soonest.set(name, Math.min(dueMs, soonest.get(name) ?? Infinity));
    }
    const payload = [...soonest].map(([name, dueMs]) => `${name} ${Math.round(dueMs)}`).join('\n');
    await this.boss.getDb().executeSql('SELECT pg_notify($1, $2)', [CHANNEL, payload]);
  }
}
