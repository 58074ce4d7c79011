import { Injectable } from '@nestjs/common';
import { withoutDetail } from '@bureau/domain';
import { Clock, SystemLog } from '@bureau/platform';
import { AutoAnswerRepository, type AutoAnswerCounts } from './auto-answer.repository.ts';

/** Automatic answers to one address in an hour. */
export const ANSWERS_TO_ONE = 3;

/** Automatic answers in an hour in all. */
export const ANSWERS_TO_ALL = 500;

/** Automatic answers in one case in a day: two desks that answer each other come to rest. */
export const ANSWERS_IN_CASE = 10;

/** Keeps what the desk says by itself from becoming a loop or a bomb (S6, S7), and tells the administrator. */
@Injectable()
export class AutoAnswerBrakes {
  constructor(
    private readonly answers: AutoAnswerRepository,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
  ) {}

  /** Whether no answer goes to anybody for now. Looks without waiting: a flood is not to queue at a lock. */
  async areClosed(): Promise<boolean> {
    return (await this.answers.counts({ address: '', caseId: 0, at: this.clock.now() })).all >= ANSWERS_TO_ALL;
  }

  /**
   * Why no further answer goes there, or null when it may: counted under a lock until the end of the transaction, so that
   * a flood that many workers handle at once gets no more than its share.
   */
  async hold(to: string, caseId: number): Promise<string | null> {
    const asked = { address: withoutDetail(to), caseId, at: this.clock.now() };
    const brake = brakeOf(to, await this.answers.counts(asked));
    if (brake !== null) return brake;
    await this.answers.lockCounting();
    const counts = await this.answers.counts(asked);
    const late = brakeOf(to, counts);
    if (late === null) await this.tellOfTheLast(to, { ...counts, caseId });
    return late;
  }

  private async tellOfTheLast(to: string, { one, all, ofCase, caseId }: AutoAnswerCounts & { caseId: number }) {
    const message = [
      one + 1 === ANSWERS_TO_ONE &&
        `${to} got ${ANSWERS_TO_ONE} automatic answers in an hour and gets no more for now. What comes from there still becomes cases.`,
      all + 1 === ANSWERS_TO_ALL &&
        `The desk sent ${ANSWERS_TO_ALL} automatic answers in an hour and sends no more for now. Mails still become cases.`,
      ofCase + 1 === ANSWERS_IN_CASE &&
        `Case ${caseId} got ${ANSWERS_IN_CASE} automatic answers in a day and gets no more for now: perhaps a machine answers us.`,
    ].find((words) => words !== false);
    if (message === undefined) return;
    await this.systemLog.write({
      level: 'warning',
      part: 'acknowledgement',
      message,
      details: { address: to, caseId },
    });
  }
}

function brakeOf(to: string, { one, all, ofCase }: AutoAnswerCounts): string | null {
  if (one >= ANSWERS_TO_ONE) return `${to} got ${ANSWERS_TO_ONE} automatic answers within the hour already.`;
  if (ofCase >= ANSWERS_IN_CASE) return `This case got ${ANSWERS_IN_CASE} automatic answers within a day already.`;
  return all >= ANSWERS_TO_ALL ? `The desk sent ${ANSWERS_TO_ALL} automatic answers within the hour already.` : null;
}
