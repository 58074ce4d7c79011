/** Knows the last change seen in each room, and so when one is missing. */
export class RoomTracker {
  private readonly last = new Map<string, number>();

  /** A change arrived. `old`: seen or caught up already; `gap`: the ones before it are missing. */
  changed(room: string, sequence: number): 'next' | 'old' | 'gap' {
    const last = this.last.get(room);
    if (last !== undefined && sequence <= last) return 'old';
    this.last.set(room, sequence);
    return last === undefined || sequence === last + 1 ? 'next' : 'gap';
  }

  /** The server says how far the room is. True when something is missing here. */
  reached(room: string, sequence: number): boolean {
    const last = this.last.get(room);
    this.last.set(room, Math.max(sequence, last ?? 0));
    return last !== undefined && sequence > last;
  }

  knows(room: string): boolean {
    return this.last.has(room);
  }

  forget(room: string): void {
    this.last.delete(room);
  }
}
