import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';

/** Who may be in a room; `id` is what follows the colon, 0 for a room without one. */
export type RoomRule = (actor: Actor, id: number) => boolean | Promise<boolean>;

const ROOM = /^([a-z][a-z-]{0,40})(?::([1-9]\d{0,14}))?$/;

/** Each feature says who may enter its rooms. A room that nobody spoke for is closed to everybody. */
@Injectable()
export class RoomRules {
  private readonly rules = new Map<string, RoomRule>();

  /** `cases` is one room, `case:` one for each id. */
  declare(room: string, rule: RoomRule): void {
    if (this.rules.has(room)) throw new Error(`The room "${room}" has two rules.`);
    this.rules.set(room, rule);
  }

  async mayJoin(actor: Actor, room: string): Promise<boolean> {
    const [, name, id] = ROOM.exec(room) ?? [];
    if (name === undefined) return false;
    const rule = this.rules.get(id === undefined ? name : `${name}:`);
    return rule !== undefined && (await rule(actor, Number(id ?? 0)));
  }
}
