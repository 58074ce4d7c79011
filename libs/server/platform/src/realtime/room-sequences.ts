import { z } from 'zod';

/** Runs one statement and returns its rows; `Database` is one. */
export interface Sql {
  rows(text: string, values: unknown[]): Promise<unknown[]>;
}

const Rows = z.array(z.object({ room: z.string(), sequence: z.coerce.number() }));

/** The number of the last change in each room, in PostgreSQL: the same for every process, and after a restart. */
export class RoomSequences {
  constructor(private readonly sql: Sql) {}

  /** The next number of each room named, in their order; a room named twice gets two. One statement for all of them. */
  async next(rooms: readonly string[]): Promise<number[]> {
    if (rooms.length === 0) return [];
    const taken = new Map<string, number>();
    for (const room of rooms) taken.set(room, (taken.get(room) ?? 0) + 1);
    const latest = await this.advance(taken);
    return rooms.map((room) => {
      const left = (taken.get(room) ?? 0) - 1;
      taken.set(room, left);
      return (latest.get(room) ?? 0) - left;
    });
  }

  /** Rooms are locked in the order of their names, so that two relays at once cannot block each other. */
  private async advance(taken: ReadonlyMap<string, number>): Promise<Map<string, number>> {
    const rows = await this.sql.rows(
      `INSERT INTO realtime_rooms AS r (room, sequence)
       SELECT room, taken FROM unnest($1::text[], $2::bigint[]) AS t (room, taken) ORDER BY room
       ON CONFLICT (room) DO UPDATE SET sequence = r.sequence + excluded.sequence RETURNING room, sequence`,
      [[...taken.keys()], [...taken.values()]],
    );
    return new Map(Rows.parse(rows).map(({ room, sequence }) => [room, sequence]));
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
