import { Injectable } from '@nestjs/common';
import type { Contact, CustomerIdentity } from '@bureau/contracts';
import type { CustomerState } from '@bureau/domain';
import { Database, InvalidInput, statement } from '@bureau/platform';

export interface NewCustomer {
  customerId: number;
  state: CustomerState;
}

const TAKEN_ADDRESS = {
  path: (index: number) => `emails.${index}.value`,
  message: 'Another customer has this address; merge the two, or leave it out.',
};

const DROP_ADDRESSES = 'DELETE FROM customer_addresses WHERE customer_id = $1 AND address <> ALL($2::text[])';

/** Values: customers, addresses, types, positions. */
const ADD_ADDRESSES = statement(
  'customers.add-addresses',
  `INSERT INTO customer_addresses (customer_id, address, type, position)
   SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::int[])
   ON CONFLICT (address) DO NOTHING RETURNING customer_id || ' ' || address AS key`,
);

/** Values: customers, kinds, values, types, positions. */
const ADD_CONTACTS = statement(
  'customers.add-contacts',
  `INSERT INTO customer_contacts (customer_id, kind, value, type, position)
   SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::int[])`,
);

/** The sets of a customer. A row that stays is kept, not written anew: it may remember from which merge it came. */
@Injectable()
export class CustomerContactRepository {
  constructor(private readonly database: Database) {}

  /** Brings all sets that differ to the new state. Throws request.invalid for what another customer has. */
  async replace(customerId: number, before: CustomerState, after: CustomerState): Promise<void> {
    if (differ(before.emails, after.emails)) await this.emails(customerId, before.emails, after.emails);
    if (differ(before.phoneNumbers, after.phoneNumbers)) await this.contacts(customerId, 'phone', after.phoneNumbers);
    if (differ(before.postalAddresses, after.postalAddresses)) {
      await this.contacts(customerId, 'postal', after.postalAddresses);
    }
    if (differ(before.identities, after.identities)) await this.identities(customerId, after.identities);
  }

  /** The sets of new customers. Throws request.invalid for what another customer has. */
  async addMany(customers: readonly NewCustomer[]): Promise<void> {
    await this.addAddresses(customers);
    const contacts = customers.flatMap(({ customerId, state: { phoneNumbers, postalAddresses } }) => [
      ...placed(phoneNumbers).map((one) => ({ customerId, kind: 'phone', ...one })),
      ...placed(postalAddresses).map((one) => ({ customerId, kind: 'postal', ...one })),
    ]);
    if (contacts.length > 0) {
      await this.database.run(ADD_CONTACTS, [
        contacts.map(({ customerId }) => customerId),
        contacts.map(({ kind }) => kind),
        contacts.map(({ value }) => value),
        contacts.map(({ type }) => type),
        contacts.map(({ position }) => position),
      ]);
    }
    for (const { customerId, state } of customers) {
      if (state.identities.length > 0) await this.identities(customerId, state.identities);
    }
  }

  private async addAddresses(customers: readonly NewCustomer[]): Promise<void> {
    const all = customers.flatMap(({ customerId, state: { emails } }) =>
      placed(emails).map((one) => ({ customerId, ...one })),
    );
    if (all.length === 0) return;
    const added = await this.database.rows<{ key: string }>(ADD_ADDRESSES, [
      all.map(({ customerId }) => customerId),
      all.map(({ value }) => value),
      all.map(({ type }) => type),
      all.map(({ position }) => position),
    ]);
    const own = new Set(added.map(({ key }) => key));
    for (const { customerId, state } of customers) {
      refuse(state.emails, ({ value }) => own.has(`${customerId} ${value}`), TAKEN_ADDRESS);
    }
  }

  private async emails(customerId: number, before: readonly Contact[], emails: readonly Contact[]): Promise<void> {
    const [addresses, types] = columnsOf(emails);
    if (before.length > 0) await this.database.run(DROP_ADDRESSES, [customerId, addresses]);
    const kept = await this.database.rows<{ address: string }>(
      `INSERT INTO customer_addresses AS a (customer_id, address, type, position)
       SELECT $1, n.* FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS n
       ON CONFLICT (address) DO UPDATE SET type = EXCLUDED.type, position = EXCLUDED.position
         WHERE a.customer_id = EXCLUDED.customer_id
       RETURNING a.address`,
      [customerId, addresses, types],
    );
    const own = new Set(kept.map(({ address }) => address));
    refuse(addresses, (address) => own.has(address), TAKEN_ADDRESS);
  }

  private async contacts(customerId: number, kind: 'phone' | 'postal', contacts: readonly Contact[]): Promise<void> {
    const [values, types] = columnsOf(contacts);
    await this.database.run(
      `WITH wanted AS (
         SELECT *, row_number() OVER (PARTITION BY value ORDER BY position) AS copy
         FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS w (value, type, position)
       ), had AS (
         SELECT id, value, home_customer_id, row_number() OVER (
           PARTITION BY value ORDER BY home_customer_id IS NOT NULL, position, id) AS copy
         FROM customer_contacts WHERE customer_id = $1 AND kind = $2
       ), gone AS (
         DELETE FROM customer_contacts c USING had h
         WHERE c.id = h.id AND NOT EXISTS (SELECT FROM wanted w
           WHERE w.value = h.value AND (w.copy = h.copy OR h.home_customer_id IS NOT NULL))
       ), kept AS (
         UPDATE customer_contacts c SET type = w.type, position = w.position
         FROM had h JOIN wanted w USING (value, copy) WHERE c.id = h.id
       )
       INSERT INTO customer_contacts (customer_id, kind, value, type, position)
       SELECT $1, $2, w.value, w.type, w.position FROM wanted w
       WHERE NOT EXISTS (SELECT FROM had h WHERE h.value = w.value AND h.copy = w.copy)`,
      [customerId, kind, values, types],
    );
  }

  private async identities(customerId: number, identities: readonly CustomerIdentity[]): Promise<void> {
    const sent = JSON.stringify(identities.map(({ externalId, ...rest }) => ({ external_id: externalId, ...rest })));
    await this.database.run(
      `DELETE FROM customer_identities i WHERE customer_id = $1 AND NOT EXISTS (
         SELECT FROM jsonb_to_recordset($2::jsonb) AS n (network text, external_id text)
         WHERE n.network = i.network AND n.external_id = i.external_id)`,
      [customerId, sent],
    );
    const kept = await this.database.rows<{ key: string }>(
      `INSERT INTO customer_identities AS i (customer_id, network, external_id, handle, name, followers, verified)
       SELECT $1, n.* FROM jsonb_to_recordset($2::jsonb)
         AS n (network text, external_id text, handle text, name text, followers integer, verified boolean)
       ON CONFLICT (network, external_id) DO UPDATE SET handle = EXCLUDED.handle, name = EXCLUDED.name,
         followers = EXCLUDED.followers, verified = EXCLUDED.verified
         WHERE i.customer_id = EXCLUDED.customer_id
       RETURNING i.network || ' ' || i.external_id AS key`,
      [customerId, sent],
    );
    const own = new Set(kept.map(({ key }) => key));
    refuse(identities, ({ network, externalId }) => own.has(`${network} ${externalId}`), {
      path: (index) => `identities.${index}.externalId`,
      message: 'Another customer has this identity; merge the two, or leave it out.',
    });
  }
}

function differ(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

function placed(contacts: readonly Contact[]): (Contact & { position: number })[] {
  return contacts.map((one, index) => ({ ...one, position: index + 1 }));
}

function columnsOf(contacts: readonly Contact[]): [values: string[], types: string[]] {
  return [contacts.map(({ value }) => value), contacts.map(({ type }) => type)];
}

function refuse<T>(
  sent: readonly T[],
  isOwn: (one: T) => boolean,
  { path, message }: { path: (index: number) => string; message: string },
): void {
  const errors = sent.flatMap((one, index) => (isOwn(one) ? [] : [{ path: path(index), message }]));
  if (errors.length > 0) throw new InvalidInput(errors);
}
