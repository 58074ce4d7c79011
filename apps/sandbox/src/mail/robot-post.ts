import { setTimeout as wait } from 'node:timers/promises';
import { NotTaken, submitMail, type Envelope } from './submit-mail.ts';
import type { MailWorld } from './world.ts';

export type RobotMail = { about: string; address: string; messageId: string; envelope: Envelope; raw: Buffer };

const ATTEMPTS = 8;

/** Sends what no person waits for (bounces, auto-replies), trying again while the desk is away, as a mail server does. */
export class RobotPost {
  readonly #world: MailWorld;
  readonly #stopping = new AbortController();
  readonly #underWay = new Set<Promise<void>>();

  constructor(world: MailWorld) {
    this.#world = world;
  }

  /** Sends what is being written, if anything comes of it; failures are noted in the log, never thrown. */
  post(writing: Promise<RobotMail | undefined>): void {
    const sending = this.#finish(writing).finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#underWay);
  }

  async #finish(writing: Promise<RobotMail | undefined>): Promise<void> {
    try {
      const mail = await writing;
      if (mail) await this.#send(mail);
    } catch (error) {
      this.#world.log.add({ kind: 'send-failed', words: `A robot could not answer: ${String(error)}` });
    }
  }

  async #send(mail: RobotMail): Promise<void> {
    const { log } = this.#world;
    const about = { address: mail.address, messageId: mail.messageId };
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const refusal = await this.#refusalOf(mail);
      if (refusal === undefined) return log.add({ ...about, kind: 'sent', words: `${mail.about} went to the desk.` });
      log.add({ ...about, kind: 'send-failed', words: `${mail.about} was not taken: ${refusal.message}` });
      if (refusal.code !== undefined && refusal.code >= 500) return;
      if (await this.#stoppedDuring(250 * 2 ** attempt)) return;
    }
  }

  async #refusalOf(mail: RobotMail): Promise<NotTaken | undefined> {
    try {
      await submitMail(this.#world.desk, mail.envelope, mail.raw);
      return undefined;
    } catch (error) {
      return error instanceof NotTaken ? error : new NotTaken(String(error), undefined);
    }
  }

  async #stoppedDuring(milliseconds: number): Promise<boolean> {
    try {
      await wait(milliseconds, undefined, { signal: this.#stopping.signal });
      return false;
    } catch {
      return true;
    }
  }
}
