import { z } from 'zod';
import { Id } from '../ids.ts';

/** Every server tells each socket the sequences of its rooms this often, in milliseconds. */
export const BEAT_MS = 5_000;
/** Presence is over when it was not repeated for so long, in milliseconds. */
export const PRESENCE_TTL_MS = 30_000;

/** `cases`, `intake`, `case:42`: nothing that could be a pattern. */
export const RoomName = z.string().regex(/^[a-z][a-z-]{0,40}(:[A-Za-z0-9-]{1,40})?$/);

/** All that a change says: who may see more fetches it. `sequence` grows by one for each change in the room. */
export const RoomEvent = z.object({
  event: z.string(),
  room: RoomName,
  ids: z.array(Id),
  sequence: z.number().int(),
});
export type RoomEvent = z.infer<typeof RoomEvent>;

/** The latest sequence of each room that a socket is in. */
export const Beat = z.record(z.string(), z.number().int());
export type Beat = z.infer<typeof Beat>;

export const Doing = z.enum(['viewing', 'writing']);
export type Doing = z.infer<typeof Doing>;

/** Who is in a room; the room `presence` hears of all rooms. */
export const Presence = z.object({ room: RoomName, people: z.array(z.object({ userId: Id, doing: Doing })) });
export type Presence = z.infer<typeof Presence>;

export type JoinAnswer = { joined: true; sequence: number } | { joined: false };

export interface ServerToClient {
  change(event: RoomEvent): void;
  beat(beat: Beat): void;
  presence(presence: Presence): void;
}

export interface ClientToServer {
  join(room: string, answer: (answer: JoinAnswer) => void): void;
  leave(room: string): void;
  /** `null`: no longer there. Refused (false) outside a room that the socket has joined. */
  presence(room: string, doing: Doing | null, answer: (accepted: boolean) => void): void;
}
