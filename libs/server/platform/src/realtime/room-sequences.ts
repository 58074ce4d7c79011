import { z } from 'zod';

/** Runs one statement and returns its rows; `Database` is one. */
export interface Sql {
  rows(text: string, values: unknown[]): Promise<unknown[]>;
}

const Rows = z.array(z.object({ room: z.string(), sequence: z.coerce.number() }));

/** The number of the last change in each room, in PostgreSQL: the same for every process, and after a restart. */
export class RoomSequences {
  constructor(private readonly sql: Sql) {}

  async next(room: string): Promise<number> {
    const rows = await this.sql.rows(
      `INSERT INTO realtime_rooms AS r (room, sequence) VALUES ($1, 1)
       ON CONFLICT (room) DO UPDATE SET sequence = r.sequence + 1 RETURNING room, sequence`,
      [room],
    );
    const [row] = Rows.parse(rows);
    if (!row) throw new Error(`room ${room} got no sequence`);
    return row.sequence;
  }

  /** 0 for rooms in which nothing has happened yet. */
  async current(rooms: Iterable<string>): Promise<Map<string, number>> {
    const names = [...new Set(rooms)];
    const sequences = new Map(names.map((room) => [room, 0]));
    if (names.length === 0) return sequences;
    const rows = await this.sql.rows('SELECT room, sequence FROM realtime_rooms WHERE room = ANY($1)', [names]);
    for (const { room, sequence } of Rows.parse(rows)) sequences.set(room, sequence);
    return sequences;
  }
}
