import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { BlobStorage, pictureTypeOf, ProblemError, Transactional, type StoredBlob } from '@bureau/platform';
import { CustomerRepository } from './customer.repository.ts';
import { CustomersQueries } from './customers.queries.ts';
import { RecordCustomerChange } from './record-customer-change.ts';

/** Bytes. */
export const AVATAR_LIMIT = 2 * 1024 * 1024;

/** Gives a customer a picture, kept by this desk. No other place is ever asked for one: who looks at whom is nobody's business. */
@Injectable()
export class SetAvatar {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly queries: CustomersQueries,
    private readonly storage: BlobStorage,
    private readonly recordChange: RecordCustomerChange,
  ) {}

  /** Throws customer.not-found, customer.merged, avatar.no-picture, request.too-large, storage.unavailable. */
  async run(actor: Actor, customerId: number, content: Readable): Promise<void> {
    await this.queries.checkVisible(actor, customerId);
    const bytes = await readLimited(content);
    if (pictureTypeOf(bytes) === null) throw new ProblemError('avatar.no-picture');
    await this.save(actor, customerId, await this.storage.put(bytes));
  }

  /** Throws customer.not-found, customer.merged. */
  async remove(actor: Actor, customerId: number): Promise<void> {
    await this.queries.checkVisible(actor, customerId);
    await this.save(actor, customerId, null);
  }

  @Transactional()
  protected async save(actor: Actor, customerId: number, avatar: StoredBlob | null): Promise<void> {
    const locked = await this.customers.lock(actor, customerId);
    if (!locked) throw await this.queries.absence(actor, customerId);
    const from = await this.customers.avatarOf(customerId);
    const to = avatar?.sha256 ?? null;
    if (from === to) return;
    await this.customers.setAvatar(customerId, avatar);
    const changes = [{ field: 'avatar', from, to }];
    await this.recordChange.run(actor, customerId, { event: 'customer.updated', changes });
  }
}

async function readLimited(content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    // What still comes is read and let go: a client that is not listened to would not hear the answer.
    if (size <= AVATAR_LIMIT) chunks.push(bytes);
    else chunks.length = 0;
  }
  if (size > AVATAR_LIMIT) throw new ProblemError('request.too-large');
  return Buffer.concat(chunks);
}
