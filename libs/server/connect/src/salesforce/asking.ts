import type { Connection } from 'jsforce';
import { errorClass } from '@bureau/domain';
import type { CurrentConnection } from '../connection/connection.repository.ts';
import type { ConnectionHealth } from '../connection/connection-health.ts';
import type { SalesforceApp } from './salesforce-app.ts';
import type { SalesforceBudget } from './salesforce-budget.repository.ts';
import type { Descriptions } from './descriptions.ts';
import { failureOf, lockedOut, SalesforceFailure } from './salesforce-failure.ts';
import type { KeysInUse, SalesforceKeyRing } from './salesforce-key-ring.ts';
import { SalesforceUnavailable } from './salesforce-unavailable.ts';
import type { Answered } from './watched-transport.ts';

/** What came back, and Salesforce's clock then. */
export interface Answer {
  body: unknown;
  at: Date;
}

export interface AskingParts {
  app: SalesforceApp;
  ring: SalesforceKeyRing;
  budget: SalesforceBudget;
  health: ConnectionHealth;
  descriptions: Descriptions;
}

/** What happened while one question was asked. */
interface Course {
  answered: Answered | null;
  /** Keys are renewed once: ones that are refused as soon as they are made would be renewed for ever. */
  renewed: boolean;
  /** Why there are no new keys; jsforce would hide it behind words of its own. */
  refusal: unknown;
}

/** Asks Salesforce with the keys of one connection, and keeps them good. */
export class Asking {
  constructor(
    private readonly parts: AskingParts,
    readonly connection: CurrentConnection,
    private keys: KeysInUse,
  ) {}

  get instanceUrl(): string {
    return this.keys.instanceUrl;
  }

  /** Does `work`, which is one call. Throws SalesforceFailure, SalesforceUnavailable. */
  async ask(work: (connection: Connection) => Promise<unknown>): Promise<Answer> {
    const course: Course = { answered: null, renewed: false, refusal: null };
    try {
      const body = await work(this.connectionOn(course));
      await this.parts.health.works(this.connection.id, this.connection.state);
      return { body, at: course.answered?.at ?? new Date() };
    } catch (error) {
      throw await this.failed(error, course);
    } finally {
      if (course.answered?.budget) await this.parts.budget.note(course.answered.budget);
    }
  }

  private connectionOn(course: Course): Connection {
    const { instanceUrl, keys } = this.keys;
    return this.parts.app.connection(
      {
        ...{ instanceUrl, accessToken: keys.accessToken },
        refreshFn: (_, done) => {
          this.renewedToken(course).then(
            (token) => done(null, token),
            (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
          );
        },
      },
      (answered) => (course.answered = answered),
    );
  }

  private async renewedToken(course: Course): Promise<string> {
    try {
      if (course.renewed) throw refusedAtOnce();
      course.renewed = true;
      this.keys = await this.parts.ring.renew(this.connection.id, this.keys);
      return this.keys.keys.accessToken;
    } catch (error) {
      course.refusal = error;
      throw error;
    }
  }

  private async failed(error: unknown, { refusal, answered }: Course): Promise<Error> {
    if (refusal instanceof SalesforceUnavailable) return refusal;
    const failure = failureOf(refusal ?? error, answered?.status ?? null);
    if (failure.code === 'INVALID_FIELD') this.parts.descriptions.forget();
    // The key ring tells by itself of keys that are not renewed.
    if (failure.code === REFUSED_AT_ONCE) await this.parts.health.mustReconnect(this.connection.id, lockedOut(failure));
    else if (errorClass(failure.error) !== 'auth') await this.parts.health.fails(this.connection.id, failure);
    return failure;
  }
}

const REFUSED_AT_ONCE = 'INVALID_SESSION_ID';

function refusedAtOnce(): SalesforceFailure {
  const message = 'Salesforce refuses the access that it has just given: check the policies of the app there.';
  return new SalesforceFailure([{ code: REFUSED_AT_ONCE, message, fields: [], recordIds: [] }], 401);
}
