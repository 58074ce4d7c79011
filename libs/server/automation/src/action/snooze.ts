import { Injectable } from '@nestjs/common';
import type { ActionOf } from '@bureau/contracts';
import { Clock } from '@bureau/platform';
import type { Turn } from './action-context.ts';
import type { FieldHandler } from './action-handler.ts';
import { nothing, type Outcome, type Wish } from './outcome.ts';

const HOUR_MS = 3_600_000;

@Injectable()
export class Snooze implements FieldHandler<'snooze'> {
  readonly type = 'snooze';
  readonly needs = 'cases:update';

  constructor(private readonly clock: Clock) {}

  async wish(turn: Turn, { hours }: ActionOf<'snooze'>): Promise<Wish | Outcome> {
    const { status, spamAt } = await turn.supportCase();
    if (status === 'resolved' || spamAt !== null) return nothing('What is resolved or spam does not sleep.');
    const until = hours === null ? null : new Date(this.clock.now().getTime() + hours * HOUR_MS).toISOString();
    return { wish: { snooze: { until } } };
  }
}
