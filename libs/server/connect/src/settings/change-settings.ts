import { Injectable } from '@nestjs/common';
import {
  conditionsIn,
  type Actor,
  type ChangeObjectSettings,
  type ObjectSettings,
  type SyncObject,
} from '@bureau/contracts';
import { Vocabularies } from '@bureau/cases';
import { checkConditions } from '@bureau/domain';
import { AuditLog } from '@bureau/identity';
import { InvalidInput, Transactional } from '@bureau/platform';
import { ObjectChoicesQueries } from './object-choices.queries.ts';
import { ObjectSettingsRepository } from './object-settings.repository.ts';
import { salesforceVocabulary } from './salesforce-vocabulary.ts';

/** What of the desk's vocabulary a record of each object can be asked for: a company knows nothing of cases. */
const ASKED_OF: Record<SyncObject, RegExp> = {
  company: /^company\./,
  customer: /^(customer|company)\./,
  case: /^(case|customer|company)\./,
};

/** Decides how an object is kept in step. What Salesforce has to say about it is asked before anything is written. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly settings: ObjectSettingsRepository,
    private readonly vocabularies: Vocabularies,
    private readonly choices: ObjectChoicesQueries,
    private readonly audit: AuditLog,
  ) {}

  /** Throws request.invalid; salesforce.… where the organisation is needed to tell what is right. */
  async run(actor: Actor, object: SyncObject, changes: ChangeObjectSettings): Promise<ObjectSettings> {
    await this.checkDesk(object, changes);
    await this.checkSalesforce(object, changes);
    return this.write(actor, object, changes);
  }

  @Transactional()
  protected async write(actor: Actor, object: SyncObject, changes: ChangeObjectSettings): Promise<ObjectSettings> {
    const before = await this.settings.lock(object);
    const after = { ...before, ...changes };
    await this.settings.save(object, after);
    await this.audit.record(actor, { noun: 'salesforce', id: null, name: object, action: 'changed', before, after });
    return after;
  }

  private async checkDesk(object: SyncObject, { conditionsToSalesforce: asked }: ChangeObjectSettings): Promise<void> {
    if (!asked) return;
    const all = await this.vocabularies.all();
    const vocabulary = new Map([...all].filter(([key]) => ASKED_OF[object].test(key)));
    const errors = checkConditions(asked, { vocabulary }, 'conditionsToSalesforce');
    if (errors.length > 0) throw new InvalidInput(errors);
  }

  private async checkSalesforce(
    object: SyncObject,
    { conditionsToDesk: asked, recordTypeId }: ChangeObjectSettings,
  ): Promise<void> {
    const needsConditions = asked !== undefined && conditionsIn(asked).length > 0;
    if (!needsConditions && (recordTypeId ?? null) === null) return;
    const { recordTypes, conditionFields } = await this.choices.of(object);
    const errors = needsConditions
      ? checkConditions(asked, { vocabulary: salesforceVocabulary(conditionFields) }, 'conditionsToDesk')
      : [];
    if ((recordTypeId ?? null) !== null && !recordTypes.some(({ id }) => id === recordTypeId))
      errors.push({ path: 'recordTypeId', message: 'Choose a record type that the user may create records with.' });
    if (errors.length > 0) throw new InvalidInput(errors);
  }
}
