import { Readable } from 'node:stream';
import { Controller, StreamableFile } from '@nestjs/common';
import { customersApi, type Actor, type RouteCall } from '@bureau/contracts';
import { BlobStorage, Handles, pictureTypeOf, ProblemError, type HttpExchange, type RawJson } from '@bureau/platform';
import { CustomerRepository } from './customer.repository.ts';
import { CustomersQueries } from './customers.queries.ts';
import { SetAvatar } from './set-avatar.ts';

@Controller()
export class AvatarsController {
  constructor(
    private readonly setAvatar: SetAvatar,
    private readonly customers: CustomerRepository,
    private readonly queries: CustomersQueries,
    private readonly storage: BlobStorage,
  ) {}

  @Handles(customersApi.avatar)
  async get(
    actor: Actor,
    { params }: RouteCall<typeof customersApi.avatar>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    await this.queries.checkVisible(actor, params.customerId);
    const sha256 = await this.customers.avatarOf(params.customerId);
    const bytes = sha256 === null ? undefined : await this.storage.readBuffer(sha256);
    const type = bytes && pictureTypeOf(bytes);
    if (!bytes || !type) throw new ProblemError('avatar.not-found');
    void reply.headers({
      'content-type': type,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=3600',
    });
    return new StreamableFile(bytes);
  }

  @Handles(customersApi.setAvatar)
  async set(
    actor: Actor,
    { params }: RouteCall<typeof customersApi.setAvatar>,
    { request }: HttpExchange,
  ): Promise<RawJson> {
    const content = request.body instanceof Readable ? request.body : Readable.from([]);
    await this.setAvatar.run(actor, params.customerId, content);
    return this.queries.read(actor, params.customerId);
  }

  @Handles(customersApi.removeAvatar)
  async remove(actor: Actor, { params }: RouteCall<typeof customersApi.removeAvatar>): Promise<RawJson> {
    await this.setAvatar.remove(actor, params.customerId);
    return this.queries.read(actor, params.customerId);
  }
}
