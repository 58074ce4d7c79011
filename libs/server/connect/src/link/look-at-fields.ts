import { Injectable } from '@nestjs/common';
import type { SyncProblem } from '@bureau/contracts';
import { Transactional } from '@bureau/platform';
import { CheckMappings, FieldAlerts, MappingRepository } from '../mapping/index.ts';
import { Descriptions, type Description } from '../salesforce/index.ts';
import type { SyncFrame } from './sync-frame.ts';

/** What Salesforce complained of: API names, where it gave any. */
export interface RefusedFields {
  fields: readonly string[];
  problem: SyncProblem;
}

/** Asks what an object has become when Salesforce refuses its fields: those are turned off, and the object goes on. */
@Injectable()
export class LookAtFields {
  constructor(
    private readonly descriptions: Descriptions,
    private readonly checks: CheckMappings,
    private readonly mappings: MappingRepository,
    private readonly alerts: FieldAlerts,
  ) {}

  /** One call. A frame that is made afterwards knows. Throws SalesforceFailure. */
  async again(frame: SyncFrame, refused: RefusedFields): Promise<void> {
    const { records, salesforceObject } = frame;
    await this.keep(frame, await this.descriptions.of(records, salesforceObject, { fresh: true }), refused);
  }

  @Transactional()
  protected async keep(frame: SyncFrame, description: Description, { fields, problem }: RefusedFields): Promise<void> {
    const { object } = frame;
    await this.checks.look(object, description);
    await this.mappings.setProblem(object, fields, problem.message);
    const there = new Set(description.fields.map(({ name }) => name));
    const gone = [...frame.pairs, ...frame.deskPairs].flatMap(({ salesforceField: name }) =>
      there.has(name) ? [] : name,
    );
    for (const field of new Set([...gone, ...fields])) await this.alerts.raise(object, field, problem);
  }
}
