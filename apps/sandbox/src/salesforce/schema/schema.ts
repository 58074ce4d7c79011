import type { Setup } from '../settings.ts';
import { choicesOf, field, systemFields, type Field } from './field.ts';
import type { SfObject } from './object.ts';
import { account } from './objects/account.ts';
import { activityObjects } from './objects/activity.ts';
import { businessObjects } from './objects/business.ts';
import { caseObject } from './objects/case.ts';
import { contact } from './objects/contact.ts';
import { setupObjects } from './objects/setup.ts';

type Known = SfObject & { byName: Map<string, Field> };

export type ChildRelationship = { name: string; object: SfObject; field: Field };

/** Which kinds of records there are with which fields, as the organisation is set up at this moment. */
export class Schema {
  readonly #setup: Setup;
  readonly #standard: SfObject[];
  #objects = new Map<string, Known>();
  #prefixes = new Map<string, Known>();
  #children = new Map<string, ChildRelationship[]>();

  constructor(setup: Setup) {
    this.#setup = setup;
    const own = [account(), contact(), caseObject(), ...activityObjects(), ...businessObjects(), ...setupObjects()];
    this.#standard = own.map((object) => ({ ...object, fields: [...systemFields(), ...object.fields] }));
    this.#build();
    setup.whenChanged(() => this.#build());
  }

  objects(): SfObject[] {
    return [...this.#objects.values()];
  }

  /** By its name in any case. */
  object(name: string): SfObject | undefined {
    return this.#objects.get(name.toLowerCase());
  }

  /** A field by its name in any case. */
  field(object: SfObject, name: string): Field | undefined {
    return this.#objects.get(object.name.toLowerCase())?.byName.get(name.toLowerCase());
  }

  /** Which kind of record an id belongs to. */
  objectOfId(id: string): SfObject | undefined {
    return this.#prefixes.get(id.slice(0, 3));
  }

  /** What refers to an object, as `Account.Contacts`. */
  children(object: SfObject): ChildRelationship[] {
    return this.#children.get(object.name) ?? [];
  }

  #build(): void {
    const known = this.#standard.map((object) => {
      const fields = this.#fieldsOf(object);
      return { ...object, fields, byName: new Map(fields.map((one) => [one.name.toLowerCase(), one])) };
    });
    this.#objects = new Map(known.map((object) => [object.name.toLowerCase(), object]));
    this.#prefixes = new Map(known.map((object) => [object.keyPrefix, object]));
    this.#children = new Map(known.map((object) => [object.name, childrenOf(known, object.name)]));
  }

  #fieldsOf(object: SfObject): Field[] {
    const { customFields, removedFields, picklists } = this.#setup.get();
    const added = customFields
      .filter((one) => one.object === object.name)
      .map(({ name, type, length, values, restricted }) =>
        field(name, type, { length, restricted, choices: choicesOf(values), filterable: length <= 255 }),
      );
    return [...object.fields, ...added]
      .filter((one) => !removedFields.includes(`${object.name}.${one.name}`) && this.#isThere(one))
      .map((one) => {
        const own = picklists[`${object.name}.${one.name}`];
        return own
          ? { ...one, choices: choicesOf(own.values), restricted: own.restricted, ...defaultOf(own.values) }
          : one;
      });
  }

  #isThere({ feature }: Field): boolean {
    const { personAccounts, externalIds } = this.#setup.get();
    switch (feature) {
      case 'person-accounts':
        return personAccounts;
      case 'external-ids':
        return externalIds;
      case 'always':
        return true;
    }
  }
}

function defaultOf(values: string[]) {
  const marked = values.find((one) => one.startsWith('*'));
  return { defaultValue: marked === undefined ? null : marked.slice(1) };
}

function childrenOf(objects: Known[], name: string): ChildRelationship[] {
  return objects.flatMap((object) =>
    object.fields
      .filter((one) => one.childRelationship !== null && one.referenceTo.includes(name))
      .map((one) => ({ name: one.childRelationship ?? '', object, field: one })),
  );
}
