import { Injectable } from '@nestjs/common';
import { Database, statement } from '@bureau/platform';

/** The number of the last word to the lists: it grows after every committed change of a case, in every process alike. */
const GENERATION = statement('filters.generation', `SELECT sequence FROM realtime_rooms WHERE room = 'cases'`);

/** A number read so long ago is read again, in milliseconds. */
const KEPT = 100;

/** Whether anything has happened to any case since one last looked. */
@Injectable()
export class ChangeGeneration {
  private latest: { at: number; reading: Promise<number> } | undefined;

  constructor(private readonly database: Database) {}

  read(): Promise<number> {
    const now = performance.now();
    if (this.latest === undefined || now - this.latest.at > KEPT) {
      const reading = this.database.row<{ sequence: number }>(GENERATION).then((row) => row?.sequence ?? 0);
      const latest = { at: now, reading };
      this.latest = latest;
      reading.catch(() => {
        if (this.latest === latest) this.latest = undefined;
      });
    }
    return this.latest.reading;
  }
}
