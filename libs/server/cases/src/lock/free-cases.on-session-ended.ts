import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { OnEvent } from '@bureau/platform';
import { FreeCases } from './free-cases.ts';

/** Whoever has left the desk has no case any more. */
@Injectable()
export class FreeCasesOnSessionEnded {
  constructor(private readonly freeCases: FreeCases) {}

  @OnEvent('session.ended', 'free-cases')
  async handle({ userId, last }: EventPayload<'session.ended'>): Promise<void> {
    if (last) await this.freeCases.freeAll(userId);
  }
}
