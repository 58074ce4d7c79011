import { Injectable } from '@nestjs/common';
import { Clock, networkOf, ProblemError } from '@bureau/platform';

const MINUTE_MS = 60_000;
/** From one line of the internet in a minute; afterwards its bodies are not even read. */
const FORGED_AT_MOST = 60;
/** Lines remembered in a minute: an attack from everywhere must not fill the memory. */
const LINES_AT_MOST = 10_000;

/** Keeps forged deliveries from costing anything: those that are signed are never slowed down. */
@Injectable()
export class ForgeryBrake {
  private minute = 0;
  private readonly forged = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** Throws request.rate-limited for whoever has forged too much. */
  check(ip: string): void {
    this.forget();
    if ((this.forged.get(networkOf(ip)) ?? 0) < FORGED_AT_MOST) return;
    throw new ProblemError('request.rate-limited', { retryAfterSeconds: 60 });
  }

  count(ip: string): void {
    this.forget();
    const line = networkOf(ip);
    if (this.forged.size < LINES_AT_MOST || this.forged.has(line))
      this.forged.set(line, (this.forged.get(line) ?? 0) + 1);
  }

  private forget(): void {
    const minute = Math.floor(this.clock.now().getTime() / MINUTE_MS);
    if (minute === this.minute) return;
    this.minute = minute;
    this.forged.clear();
  }
}
