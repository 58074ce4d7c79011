import { Injectable } from '@nestjs/common';
import { Every, RealtimePublisher } from '@bureau/platform';
import { SessionRepository } from '../session/session.repository.ts';

/** Closes what is open of sessions that are too old, or unused for too long; no request of theirs is answered anyway. */
@Injectable()
export class EndSpentSessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly realtime: RealtimePublisher,
  ) {}

  @Every('5m', 'sessions.end-spent')
  async run(): Promise<void> {
    for (const id of await this.sessions.endSpent()) this.realtime.disconnect({ sessionId: `${id}` });
  }
}
