import { Injectable } from '@nestjs/common';
import { salesforceFields, type SyncValues } from '@bureau/domain';
import { findByExternalId, findByPayload, findMatches } from '../link/find-in-salesforce.ts';
import { LinkRepository } from '../link/link.repository.ts';
import { readSalesforce } from '../link/read-salesforce.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import type { SalesforceValues } from '../salesforce/index.ts';
import type { AfterStep, PushTurn, StepOf } from './push-turn.ts';

/** The steps of a push that ask Salesforce, each outside of any transaction. They throw SalesforceFailure. */
@Injectable()
export class AskSalesforce {
  constructor(private readonly links: LinkRepository) {}

  async match({ frame, deskId, look, run }: PushTurn): Promise<AfterStep> {
    const matches = [];
    for (const salesforceId of await findMatches(frame, look.values)) {
      matches.push({ salesforceId, linked: await this.isTaken(frame, deskId, salesforceId) });
    }
    return { run: { ...run, matches } };
  }

  async lookUp({ frame, deskId, look, run, step }: PushTurn<StepOf<'look up'>>): Promise<AfterStep> {
    const payload = look.link?.payload;
    const byId = step.by === 'external id' || !payload;
    const found = [];
    for (const one of byId ? await findByExternalId(frame, deskId) : await findByPayload(frame, payload)) {
      found.push({ ...one, linked: await this.isTaken(frame, deskId, one.salesforceId) });
    }
    return { run: { ...run, found } };
  }

  async create({ frame, deskId, run, step }: PushTurn<StepOf<'create'>>): Promise<AfterStep> {
    const values = withIdentity(frame, deskId, salesforceFields(frame.createPairs, step.values));
    const created = await frame.records.create(frame.salesforceObject, values);
    return { run: { ...run, created } };
  }

  async read({ frame, run, step }: PushTurn<StepOf<'read'>>): Promise<AfterStep> {
    const read = await readSalesforce(frame, step.salesforceId, await this.links.now());
    if (!read) return { run: { ...run, row: 'gone' } };
    return { run: { ...run, row: read.row }, salesforceNow: read.at };
  }

  /** Fails with a conflict when somebody changed the row meanwhile. */
  async patch({ frame, run, step }: PushTurn<StepOf<'patch'>>): Promise<AfterStep> {
    await frame.records.update(frame.salesforceObject, step.salesforceId, {
      values: fieldsToSend(frame, step.values),
      unchangedSince: new Date(step.unmodifiedSince),
    });
    return { run: { ...run, patched: true } };
  }

  /** Another record of the desk is linked to it. */
  private async isTaken({ object }: SyncFrame, deskId: number, salesforceId: string): Promise<boolean> {
    const link = await this.links.ofSalesforce(object, salesforceId);
    return link !== undefined && link.deskId !== deskId;
  }
}

function fieldsToSend(frame: SyncFrame, values: SyncValues): SalesforceValues {
  return salesforceFields(frame.pairs, values);
}

/** The desk's id, by which it is found again, and the kind of record that an administrator chose. */
export function withIdentity(
  { externalId, settings }: SyncFrame,
  deskId: number,
  values: SalesforceValues,
): SalesforceValues {
  const { recordTypeId } = settings;
  return {
    ...values,
    ...(externalId === null ? {} : { [externalId]: String(deskId) }),
    ...(recordTypeId === null ? {} : { RecordTypeId: recordTypeId }),
  };
}
