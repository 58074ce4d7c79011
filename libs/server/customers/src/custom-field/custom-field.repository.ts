import { Injectable } from '@nestjs/common';
import {
  CustomFieldType,
  type CustomFieldInput,
  type CustomFieldOwner,
  type CustomFieldValues,
} from '@bureau/contracts';
import { mergeCustomFields, type CustomFieldDefinition } from '@bureau/domain';
import { Database, InvalidInput, statement } from '@bureau/platform';

const VERSION = statement('custom-fields.version', 'SELECT version FROM custom_fields_version');

const DEFINITIONS = statement(
  'custom-fields.definitions',
  'SELECT owner, key, label, type, choices, active FROM custom_fields ORDER BY position, id',
);

type Definitions = Readonly<Record<CustomFieldOwner, readonly CustomFieldDefinition[]>>;

interface DefinitionRow extends CustomFieldDefinition {
  owner: CustomFieldOwner;
  type: CustomFieldType;
}

/** What fields there are. Every process keeps them until the version that the database counts has grown. */
@Injectable()
export class CustomFieldRepository {
  private known: { version: number; definitions: Definitions } | undefined;

  constructor(private readonly database: Database) {}

  /** The fields of an owner in their order, those that are not active included. One short look at the version. */
  async definitions(owner: CustomFieldOwner): Promise<readonly CustomFieldDefinition[]> {
    const row = await this.database.row<{ version: number }>(VERSION);
    const version = row?.version ?? 0;
    // The version is read first: what is read afterwards is at least as new, and at worst is read once more.
    if (this.known?.version !== version) this.known = { version, definitions: await this.load() };
    return this.known.definitions[owner];
  }

  /** All values after a write, by the rules of {@link mergeCustomFields}. Throws request.invalid naming each wrong field. */
  async merge(
    owner: CustomFieldOwner,
    input: CustomFieldInput,
    before: CustomFieldValues = {},
  ): Promise<CustomFieldValues> {
    if (Object.keys(input).length === 0) return before;
    return mergedWith(await this.definitions(owner), input, before);
  }

  /** As {@link merge}, for many new ones with one look at what fields there are. */
  async mergeMany(owner: CustomFieldOwner, inputs: readonly CustomFieldInput[]): Promise<CustomFieldValues[]> {
    if (inputs.every((input) => Object.keys(input).length === 0)) return inputs.map(() => ({}));
    const definitions = await this.definitions(owner);
    return inputs.map((input) => mergedWith(definitions, input, {}));
  }

  private async load(): Promise<Definitions> {
    const rows = await this.database.rows<DefinitionRow>(DEFINITIONS);
    const of = (owner: CustomFieldOwner) => rows.filter((row) => row.owner === owner);
    return { case: of('case'), customer: of('customer'), company: of('company') };
  }
}

function mergedWith(
  definitions: readonly CustomFieldDefinition[],
  input: CustomFieldInput,
  before: CustomFieldValues,
): CustomFieldValues {
  const { values, errors } = mergeCustomFields(definitions, input, before);
  if (errors.length > 0) throw new InvalidInput(errors);
  return values;
}
