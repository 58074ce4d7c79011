import { Injectable } from '@nestjs/common';
import { Clock } from '@bureau/platform';
import type { Description } from './description.ts';
import type { SalesforceRecords } from './salesforce-records.ts';

/** For how long a description is good: objects change rarely, and a field that vanished says so itself. */
const GOOD_MS = 5 * 60_000;

/** Descriptions of objects, remembered for some minutes in each process. */
@Injectable()
export class Descriptions {
  private readonly known = new Map<string, { at: number; description: Description }>();

  constructor(private readonly clock: Clock) {}

  /** `fresh`: asked anew. Throws SalesforceFailure, SalesforceUnavailable. */
  async of(records: SalesforceRecords, object: string, { fresh = false } = {}): Promise<Description> {
    const key = `${records.organisationId} ${records.userId} ${object}`;
    const now = this.clock.now().getTime();
    const known = this.known.get(key);
    if (known && !fresh && now - known.at < GOOD_MS && now >= known.at) return known.description;
    const description = await records.describe(object);
    this.known.set(key, { at: now, description });
    return description;
  }

  /** Salesforce does not know a field that it described: objects are asked for anew. */
  forget(): void {
    this.known.clear();
  }
}
