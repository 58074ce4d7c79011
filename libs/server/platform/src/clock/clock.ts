/** Where the time comes from. Rules never look at the wall themselves. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that a test sets. */
export class AdjustableClock extends Clock {
  private offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }

  /** Goes to where the next minute begins: what comes now is counted in one window. */
  toNextMinute(): void {
    this.advance(60_000 - (this.now().getTime() % 60_000));
  }
}
