import type { Org } from './org.ts';
import { SfError } from './sf-error.ts';
import { idIn, textOf, type Row, type Value } from './value.ts';
import type { By } from './write/by.ts';
import { merge, remove, undelete } from './write/delete.ts';
import { insert, update } from './write/save.ts';
import type { SfObject } from './schema/object.ts';

export type Values = Record<string, Value>;

/** Somebody at work in Salesforce's own pages. */
export type Person = ReturnType<typeof personOf>;

/** What a user does in the browser: the same rules as over the API, but no assignment and duplicates may be kept. */
export function personOf(org: Org, username: string) {
  const by = (): By => ({ user: needUser(org, username), stamp: org.now(), ...IN_BROWSER });
  return {
    create: (type: string, values: Values): Row => insert(org, by(), { object: needObject(org, type), given: values }),
    edit: (id: string, values: Values): Row => update(org, by(), { object: objectWith(org, id), id, given: values }),
    delete: (id: string): void => remove(org, by(), { object: objectWith(org, id), id }),
    undelete: (id: string): Row => undelete(org, by(), id),
    merge: (master: string, losers: string[]): Row => merge(org, by(), { master, losers }),
    comment: (caseId: string, CommentBody: string, IsPublished = false): Row =>
      insert(org, by(), {
        object: needObject(org, 'CaseComment'),
        given: { ParentId: caseId, CommentBody, IsPublished },
      }),
  };
}

const IN_BROWSER = { viaApi: false, autoAssign: false, allowDuplicates: true };

/**
 * A transaction that takes its time: what it writes is stamped now, holds its locks, and is seen when it is committed,
 * by the function that comes back or after `forMs`. What is refused by then is rolled back.
 */
export function slowly(org: Org, username: string, given: { forMs: number; work: Slow[] }): () => void {
  const by: By = { user: needUser(org, username), stamp: org.now(), ...IN_BROWSER };
  const ids = given.work.flatMap((one) => ('edit' in one ? [one.edit] : []));
  const free = org.locks.take(ids);
  return org.transactions.begin(given.forMs, () => {
    free();
    try {
      org.records.atomically(() => given.work.forEach((one) => doSlow(org, by, one)));
      org.tell(`${username} finished what took a while.`);
    } catch (error) {
      if (!(error instanceof SfError)) throw error;
      org.tell(`What ${username} did was rolled back: ${error.message}`);
    }
  });
}

function doSlow(org: Org, by: By, one: Slow): void {
  if ('edit' in one) update(org, by, { object: objectWith(org, one.edit), id: one.edit, given: one.values });
  else insert(org, by, { object: needObject(org, one.create), given: one.values });
}

export type Slow = { edit: string; values: Values } | { create: string; values: Values };

export function needUser(org: Org, username: string): Row {
  const user = org.user(username);
  if (!user)
    throw new Error(
      `There is no ${username}; there are ${org
        .users()
        .map((one) => textOf(one['Username']))
        .join(', ')}.`,
    );
  return user;
}

export function needObject(org: Org, type: string): SfObject {
  const object = org.schema.object(type);
  if (!object) throw new Error(`There are no records of the kind ${type} in Salesforce.`);
  return object;
}

export function objectWith(org: Org, id: string): SfObject {
  const object = org.schema.objectOfId(id);
  if (!object) throw new Error(`${id} is no id of this organisation.`);
  return object;
}

/** Records as they are, with no rules and no rights: how a test lays out a world. Ids in the order of the rows. */
export function seed(org: Org, type: string, rows: Values[]): string[] {
  const object = needObject(org, type);
  const stamp = org.now();
  const [administrator = {}] = org.users();
  const by = idIn(administrator);
  const stamps = {
    CreatedDate: stamp,
    CreatedById: by,
    LastModifiedDate: stamp,
    LastModifiedById: by,
    SystemModstamp: stamp,
  };
  return org.records.atomically(() =>
    rows.map((values) => {
      const Id = org.records.newId(object);
      const named: Row =
        type === 'Contact' ? { Name: [values['FirstName'], values['LastName']].filter(Boolean).join(' ') } : {};
      org.records.put(object.name, { Id, IsDeleted: false, ...stamps, OwnerId: by, ...named, ...values });
      return Id;
    }),
  );
}
