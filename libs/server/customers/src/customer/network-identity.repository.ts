import { Injectable } from '@nestjs/common';
import type { Network } from '@bureau/contracts';
import { splitName, type WriterFacts } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

/** Somebody as a network shows him. */
export interface NetworkIdentity extends WriterFacts {
  network: Network;
  /** The stored copy of his picture, and where it was; absent: as it is known. */
  avatar?: { sha256: string; source: string };
}

/** A customer who is known by an identity. */
export interface KnownIdentity {
  customerId: number;
  customerName: string;
  blocked: boolean;
  /** As the network showed them last. */
  handle: string;
  name: string;
  /** The stored copy of their picture. */
  avatarSha256: string | null;
  /** Where the stored picture came from. */
  avatarSource: string | null;
}

const FIND = statement(
  'network-identities.find',
  `SELECT p.id AS "customerId", p.name AS "customerName", p.blocked_at IS NOT NULL AS blocked,
     i.handle, i.name, i.avatar_sha256 AS "avatarSha256", i.avatar_source AS "avatarSource"
   FROM customer_identities i JOIN customers p ON p.id = i.customer_id WHERE i.network = $1 AND i.external_id = $2`,
);

/**
 * What the network says now replaces what it said before; what it did not say stays. The customer follows where nobody has
 * said otherwise: a name that people have not changed, a picture that came from there, a language that was not known.
 */
const REFRESH = statement(
  'network-identities.refresh',
  `WITH before AS (
     SELECT id, customer_id, name, avatar_sha256 FROM customer_identities WHERE network = $1 AND external_id = $2 FOR UPDATE
   ), seen AS (
     UPDATE customer_identities i SET handle = coalesce(nullif($3, ''), i.handle), name = coalesce(nullif($4, ''), i.name),
       followers = coalesce($5, i.followers), verified = coalesce($6, i.verified),
       avatar_sha256 = coalesce($7, i.avatar_sha256), avatar_source = coalesce($8, i.avatar_source)
     FROM before b WHERE i.id = b.id
       AND (i.handle, i.name, i.followers, i.verified, i.avatar_sha256, i.avatar_source) IS DISTINCT FROM
         (coalesce(nullif($3, ''), i.handle), coalesce(nullif($4, ''), i.name), coalesce($5, i.followers),
          coalesce($6, i.verified), coalesce($7, i.avatar_sha256), coalesce($8, i.avatar_source))
   )
   UPDATE customers p SET
     name = CASE WHEN $4 <> '' AND (p.name = b.name OR (b.name = '' AND p.name = $12)) THEN $4 ELSE p.name END,
     first_name = CASE WHEN $4 <> '' AND (p.name = b.name OR (b.name = '' AND p.name = $12)) THEN $10 ELSE p.first_name END,
     last_name = CASE WHEN $4 <> '' AND (p.name = b.name OR (b.name = '' AND p.name = $12)) THEN $11 ELSE p.last_name END,
     avatar_sha256 = CASE WHEN p.avatar_sha256 IS NULL OR p.avatar_sha256 = b.avatar_sha256
                     THEN coalesce($7, p.avatar_sha256) ELSE p.avatar_sha256 END,
     language = coalesce(p.language, $9)
   FROM before b WHERE p.id = b.customer_id
     AND (($4 <> '' AND p.name <> $4 AND (p.name = b.name OR (b.name = '' AND p.name = $12)))
       OR ($7::text IS NOT NULL AND p.avatar_sha256 IS DISTINCT FROM $7
           AND (p.avatar_sha256 IS NULL OR p.avatar_sha256 = b.avatar_sha256))
       OR (p.language IS NULL AND $9::text IS NOT NULL))`,
);

/** Of two processes that meet somebody new at once, one wins; the other has made nobody. */
const CREATE = statement(
  'network-identities.create',
  `WITH created AS (
     INSERT INTO customers (name, first_name, last_name, language, avatar_sha256) VALUES ($3, $4, $5, $6, $12) RETURNING id
   )
   INSERT INTO customer_identities (customer_id, network, external_id, handle, name, followers, verified, avatar_sha256, avatar_source)
   SELECT id, $1, $2, $7, $8, $9, $10, $12, $11 FROM created
   ON CONFLICT (network, external_id) DO NOTHING RETURNING customer_id AS id`,
);

/** Finds and makes customers by who they are on a network: never by a name that somebody else may have, too. */
@Injectable()
export class NetworkIdentityRepository {
  constructor(private readonly database: Database) {}

  find(network: Network, externalId: string): Promise<KnownIdentity | undefined> {
    return this.database.row<KnownIdentity>(FIND, [network, externalId]);
  }

  /** The customer who is this writer, refreshed, or made anew. In a transaction. */
  async findOrCreate(identity: NetworkIdentity): Promise<number> {
    const { network, externalId } = identity;
    const known = await this.find(network, externalId);
    if (!known) return (await this.create(identity)) ?? this.winner(identity);
    await this.refresh(identity);
    return known.customerId;
  }

  /** A customer that there is turns out to be this writer, whom nobody has been yet. */
  async give(
    customerId: number,
    { network, externalId, handle, name, followers, verified }: NetworkIdentity,
  ): Promise<void> {
    await this.database.run(
      `INSERT INTO customer_identities (customer_id, network, external_id, handle, name, followers, verified)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (network, external_id) DO NOTHING`,
      [customerId, network, externalId, handle, name, followers ?? null, verified ?? false],
    );
  }

  /** Somebody whom the network does not name: nobody will ever be the same person again. */
  async createNameless(network: Network): Promise<number> {
    const name = namelessOn(network);
    const row = await this.database.row<{ id: number }>('INSERT INTO customers (name) VALUES ($1) RETURNING id', [
      name,
    ]);
    if (!row) throw new Error('The customer was not created.');
    return row.id;
  }

  private async create(identity: NetworkIdentity): Promise<number | undefined> {
    const { network, externalId, handle, name, followers, verified, language, avatar } = identity;
    const shown = name || handle || namelessOn(network);
    const { firstName, lastName } = name ? splitName(name) : { firstName: '', lastName: '' };
    return this.database
      .savepoint(async () => {
        const row = await this.database.row<{ id: number }>(CREATE, [
          ...[network, externalId, shown, firstName, lastName, language ?? null, handle, name],
          ...[followers ?? null, verified ?? false, avatar?.source ?? null, avatar?.sha256 ?? null],
        ]);
        if (!row) throw new MadeElsewhere();
        return row.id;
      })
      .catch((error: unknown) => {
        if (error instanceof MadeElsewhere) return undefined;
        throw error;
      });
  }

  private async winner({ network, externalId }: NetworkIdentity): Promise<number> {
    const known = await this.find(network, externalId);
    if (!known) throw new Error(`The identity ${network} ${externalId} vanished while being created.`);
    return known.customerId;
  }

  private async refresh(identity: NetworkIdentity): Promise<void> {
    const { network, externalId, handle, name, followers, verified, language, avatar } = identity;
    const { firstName, lastName } = splitName(name);
    await this.database.run(REFRESH, [
      ...[network, externalId, handle, name, followers ?? null, verified ?? null],
      ...[avatar?.sha256 ?? null, avatar?.source ?? null, language ?? null, firstName, lastName, namelessOn(network)],
    ]);
  }
}

/** Takes back the customer that was made for an identity that somebody else has made meanwhile. */
class MadeElsewhere extends Error {}

function namelessOn(network: Network): string {
  return network === 'x' ? 'X user' : 'Facebook user';
}
