import { Injectable } from '@nestjs/common';
import { STANDARD_FIELD_LABELS } from '@bureau/contracts';
import type { DeskField, Mapping, MappingsOfObject, StandardMapping, SyncObject } from '@bureau/contracts';
import { CustomFieldRepository } from '@bureau/customers';
import { CUSTOM_PREFIX, standardPairs, type FieldPair } from '@bureau/domain';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import type { Description } from '../salesforce/index.ts';
import { ObjectChoicesQueries } from '../settings/object-choices.queries.ts';
import type { MappingEntity } from './mapping.entity.ts';
import { MappingRepository } from './mapping.repository.ts';
import { presentField } from './present-field.ts';

/** Which fields belong together, and which could. */
@Injectable()
export class MappingQueries {
  constructor(
    private readonly mappings: MappingRepository,
    private readonly connections: ConnectionRepository,
    private readonly choices: ObjectChoicesQueries,
    private readonly customFields: CustomFieldRepository,
  ) {}

  /** Throws salesforce.not-connected, salesforce.reconnect, salesforce.unavailable. */
  async ofObject(object: SyncObject): Promise<MappingsOfObject> {
    const description = await this.choices.describe(object);
    const pairs = await this.standardOf(object);
    const builtIn = new Set(pairs.map(({ salesforceField }) => salesforceField));
    const deskFields = await this.deskFields(object);
    const kept = await this.mappings.ofObject(object);
    return {
      salesforceObject: { name: description.name, label: description.label },
      standard: pairs.map((pair) => presentStandard(object, pair, description)),
      mappings: kept.map((mapping) => presentMapping(mapping, { deskFields, description })),
      deskFields,
      salesforceFields: description.fields.map((field) => presentField(field, builtIn)),
      displayed: await this.mappings.displayed(object),
    };
  }

  async standardOf(object: SyncObject): Promise<FieldPair[]> {
    const personAccounts = (await this.connections.current())?.personAccounts ?? false;
    return standardPairs(object, { personAccounts });
  }

  /** Custom fields in use that have a type that Salesforce has too. */
  async deskFields(object: SyncObject): Promise<DeskField[]> {
    const definitions = await this.customFields.definitions(object);
    return definitions.flatMap(({ key, label, type, choices, active }) =>
      active && type !== 'integer' ? [{ key: CUSTOM_PREFIX + key, label, type, choices: [...choices] }] : [],
    );
  }

  /** As the API answers with; names that nobody knows any more are the keys themselves. */
  async present(mapping: MappingEntity, description: Description): Promise<Mapping> {
    return presentMapping(mapping, { deskFields: await this.deskFields(mapping.object), description });
  }
}

function presentMapping(
  { id, object, deskField, salesforceField, type, direction, values, enabled, problem }: MappingEntity,
  { deskFields, description }: { deskFields: readonly DeskField[]; description: Description },
): Mapping {
  const field = description.fields.find(({ name }) => name === salesforceField);
  return {
    ...{ id, object, deskField, salesforceField, type, direction, values, enabled, problem },
    deskLabel: deskFields.find(({ key }) => key === deskField)?.label ?? deskField,
    salesforceLabel: field?.label ?? salesforceField,
  };
}

function presentStandard(
  object: SyncObject,
  { deskField, salesforceField, direction }: FieldPair,
  { name, fields }: Description,
): StandardMapping {
  const field = fields.find((one) => one.name === salesforceField);
  const isWritten = direction !== 'to_desk';
  const unseen = `The user may not see ${salesforceField} of ${name}; the other fields go on.`;
  const unwritten = `The user may not edit ${salesforceField} of ${name}; it only comes to the desk.`;
  const isRefused = field !== undefined && isWritten && !(field.createable && field.updateable);
  return {
    ...{ object, deskField, salesforceField, direction },
    deskLabel: STANDARD_FIELD_LABELS[deskField] ?? deskField,
    salesforceLabel: field?.label ?? salesforceField,
    problem: !field ? unseen : isRefused ? unwritten : '',
  };
}
