import { Injectable } from '@nestjs/common';
import { Clock } from '@bureau/platform';
import type { Description } from './description.ts';
import type { SalesforceRecords } from './salesforce-records.ts';

/** For how long a description is good: objects change rarely, and a field that vanished says so itself. */
const GOOD_MS = 5 * 60_000;

/** As long as the sync goes on with one: it notices a field that is gone by itself, and each description is a call of the day. */
export const LONG_GOOD_MS = 2 * 60 * 60_000;

interface HowFresh {
  fresh?: boolean;
  goodMs?: number;
}

/** Descriptions of objects, remembered for some minutes in each process. */
@Injectable()
export class Descriptions {
  private readonly known = new Map<string, { at: number; description: Description }>();

  constructor(private readonly clock: Clock) {}

  /** `fresh`: asked anew, e.g. after INVALID_FIELD. Throws SalesforceFailure, SalesforceUnavailable. */
  async of(records: SalesforceRecords, object: string, how: HowFresh = {}): Promise<Description> {
    return (await this.look(records, object, how)).description;
  }

  /** As {@link of}; `isNew`: Salesforce was asked for it. */
  async look(
    records: SalesforceRecords,
    object: string,
    { fresh = false, goodMs = GOOD_MS }: HowFresh = {},
  ): Promise<{ description: Description; isNew: boolean }> {
    const key = `${records.organisationId} ${records.userId} ${object}`;
    const now = this.clock.now().getTime();
    const known = this.known.get(key);
    if (known && !fresh && now - known.at < goodMs && now >= known.at)
      return { description: known.description, isNew: false };
    const description = await records.describe(object);
    this.known.set(key, { at: now, description });
    return { description, isNew: true };
  }

  /** Salesforce does not know a field that it described: objects are asked for anew. */
  forget(): void {
    this.known.clear();
  }
}
