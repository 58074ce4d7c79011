import { Injectable } from '@nestjs/common';
import type {
  Actor,
  ChangeMapping,
  CreateMapping,
  DeskField,
  DisplayFields,
  FieldError,
  Mapping,
  SyncObject,
  ValuePair,
} from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { InvalidInput, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import type { DescribedField, Description } from '../salesforce/index.ts';
import { ObjectChoicesQueries } from '../settings/object-choices.queries.ts';
import { CheckMappings } from './check-mappings.ts';
import { judgeMapping, problemsOfValues, sameNames } from './judge-mapping.ts';
import type { MappingEntity } from './mapping.entity.ts';
import { MappingQueries } from './mapping.queries.ts';
import { MappingRepository } from './mapping.repository.ts';
import { hashOf } from './present-field.ts';

type NewMapping = Omit<MappingEntity, 'id' | 'createdAt' | 'updatedAt'>;

/** Administrators map fields. What Salesforce has to say is asked before anything is written; each change is in the audit log. */
@Injectable()
export class ChangeMappings {
  constructor(
    private readonly mappings: MappingRepository,
    private readonly queries: MappingQueries,
    private readonly choices: ObjectChoicesQueries,
    private readonly checks: CheckMappings,
    private readonly connections: ConnectionRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** Throws request.invalid (fields that do not go together, and why), salesforce.field-mapped. */
  async create(actor: Actor, input: CreateMapping): Promise<Mapping> {
    const { object, deskField, salesforceField, direction } = input;
    const description = await this.choices.describe(object, { fresh: true });
    const pair = await this.pairOf(input, description);
    const values = input.values ?? sameNames(pair);
    const errors = pair.desk.type === 'list' ? problemsOfValues(values, pair) : [];
    if (errors.length > 0) throw new InvalidInput(errors);

    const { desk, field } = pair;
    const mapping = await this.add(actor, {
      ...{ object, deskField, salesforceField, direction, values, type: desk.type },
      ...{ enabled: true, describeHash: hashOf(field), problem: '' },
    });
    return this.queries.present(mapping, description);
  }

  /** Throws salesforce.mapping-not-found, request.invalid. */
  async update(actor: Actor, id: number, changes: ChangeMapping): Promise<Mapping> {
    const { object } = await this.find(id);
    const description = await this.choices.describe(object, { fresh: true });
    await this.change(actor, id, { changes, description });
    return this.queries.present(await this.find(id), description);
  }

  /** Values on both sides stay. Throws salesforce.mapping-not-found. */
  @Transactional()
  async remove(actor: Actor, id: number): Promise<void> {
    const before = await this.find(id);
    await this.mappings.remove(id);
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id, name: nameOf(before), action: 'deleted', before: plain(before) },
    });
    await this.tell();
  }

  /** Throws request.invalid for a field that the user does not see. */
  async display(actor: Actor, object: SyncObject, { fields }: DisplayFields): Promise<DisplayFields> {
    const description = await this.choices.describe(object);
    const errors = fields.flatMap((name, index) =>
      description.fields.some((field) => field.name === name) ? [] : unseen(`fields.${index}`, name, description),
    );
    if (errors.length > 0) throw new InvalidInput(errors);
    await this.keepDisplayed(actor, object, fields);
    return { fields };
  }

  private async pairOf(
    input: CreateMapping,
    description: Description,
  ): Promise<{ desk: DeskField; field: DescribedField }> {
    const { object, deskField, salesforceField, direction } = input;
    const desk = (await this.queries.deskFields(object)).find(({ key }) => key === deskField);
    const field = description.fields.find(({ name }) => name === salesforceField);
    const builtIn = new Set((await this.queries.standardOf(object)).map((pair) => pair.salesforceField));
    const errors = [
      ...(desk ? [] : [{ path: 'deskField', message: 'Choose a custom field of this object that is in use.' }]),
      ...(field ? [] : unseen('salesforceField', salesforceField, description)),
      ...(desk && field ? judgeMapping({ desk, field, direction, builtIn }) : []),
    ];
    if (!desk || !field || errors.length > 0) throw new InvalidInput(errors);
    return { desk, field };
  }

  @Transactional()
  protected async add(actor: Actor, mapping: NewMapping): Promise<MappingEntity> {
    const other = await this.mappings.findOther(mapping);
    if (other) throw new ProblemError('salesforce.field-mapped', { detail: nameOf(other) });
    const added = await this.mappings.save(mapping);
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id: added.id, name: nameOf(added), action: 'created', after: plain(added) },
    });
    await this.tell();
    return added;
  }

  @Transactional()
  protected async change(
    actor: Actor,
    id: number,
    { changes, description }: { changes: ChangeMapping; description: Description },
  ): Promise<void> {
    const before = await this.find(id);
    const { direction = before.direction, values = before.values, enabled = before.enabled } = changes;
    const desk = (await this.queries.deskFields(before.object)).find(({ key }) => key === before.deskField);
    const field = description.fields.find(({ name }) => name === before.salesforceField);
    const errors: FieldError[] = [];
    if (desk && field && changes.direction)
      errors.push(...judgeMapping({ desk, field, direction, builtIn: new Set() }));
    if (desk && field && changes.values) errors.push(...problemsOfValues(values, { desk, field }));
    if (errors.length > 0) throw new InvalidInput(errors);

    const after = await this.mappings.save({ ...before, direction, values, enabled });
    await this.checks.look(before.object, description);
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id, name: nameOf(before), action: 'changed' },
      ...{ before: plain(before), after: plain(after) },
    });
    await this.tell();
  }

  @Transactional()
  protected async keepDisplayed(actor: Actor, object: SyncObject, fields: readonly string[]): Promise<void> {
    const before = { displayed: await this.mappings.displayed(object) };
    await this.mappings.setDisplayed(object, fields);
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id: null, name: object, action: 'changed', before, after: { displayed: fields } },
    });
  }

  private async find(id: number): Promise<MappingEntity> {
    const mapping = await this.mappings.find(id);
    if (!mapping) throw new ProblemError('salesforce.mapping-not-found');
    return mapping;
  }

  /** Records that waited for it, and pages that show it, look again. */
  private async tell(): Promise<void> {
    const connection = await this.connections.current();
    if (connection) await this.outbox.add('connect.changed', { connectionId: connection.id });
  }
}

function nameOf({ deskField, salesforceField }: Pick<MappingEntity, 'deskField' | 'salesforceField'>): string {
  return `${deskField} – ${salesforceField}`;
}

function plain({ object, deskField, salesforceField, direction, values, enabled }: NewMapping): {
  [name: string]: string | boolean | ValuePair[];
} {
  return { object, deskField, salesforceField, direction, values, enabled };
}

function unseen(path: string, name: string, description: Description): FieldError[] {
  return [{ path, message: `Salesforce has no field ${name} on ${description.name} that the user may see.` }];
}
