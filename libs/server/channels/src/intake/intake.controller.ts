import { Controller, StreamableFile } from '@nestjs/common';
import { intakeApi, type Actor, type IntakeBalance, type RouteCall } from '@bureau/contracts';
import { BlobStorage, Handles, ProblemError, type HttpExchange, type RawJson } from '@bureau/platform';
import { IntakeQueries } from './intake.queries.ts';
import { RunIntakeAgain } from './run-intake-again.ts';

@Controller()
export class IntakeController {
  constructor(
    private readonly queries: IntakeQueries,
    private readonly again: RunIntakeAgain,
    private readonly storage: BlobStorage,
  ) {}

  @Handles(intakeApi.list)
  list(_actor: Actor, { query }: RouteCall<typeof intakeApi.list>): Promise<RawJson> {
    return this.queries.list(query);
  }

  @Handles(intakeApi.balance)
  async balance(_actor: Actor, { query }: RouteCall<typeof intakeApi.balance>): Promise<{ items: IntakeBalance[] }> {
    return { items: await this.queries.balance(query.days) };
  }

  @Handles(intakeApi.get)
  get(_actor: Actor, { params }: RouteCall<typeof intakeApi.get>): Promise<RawJson> {
    return this.read(params.intakeId);
  }

  @Handles(intakeApi.raw)
  async raw(
    _actor: Actor,
    { params }: RouteCall<typeof intakeApi.raw>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    const item = await this.queries.raw(params.intakeId);
    if (!item) throw new ProblemError('intake.not-found');
    void reply.headers({
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="intake-${params.intakeId}.eml"`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
    return new StreamableFile(await this.storage.read(item.sha256), { length: item.size });
  }

  @Handles(intakeApi.run)
  async run(_actor: Actor, { params }: RouteCall<typeof intakeApi.run>): Promise<RawJson> {
    await this.again.run(params.intakeId);
    return this.read(params.intakeId);
  }

  @Handles(intakeApi.accept)
  async accept(_actor: Actor, { params, body }: RouteCall<typeof intakeApi.accept>): Promise<RawJson> {
    await this.again.accept(params.intakeId, body.into);
    return this.read(params.intakeId);
  }

  @Handles(intakeApi.dismiss)
  async dismiss(actor: Actor, { params }: RouteCall<typeof intakeApi.dismiss>): Promise<RawJson> {
    await this.again.dismiss(actor, params.intakeId);
    return this.read(params.intakeId);
  }

  private async read(intakeId: number): Promise<RawJson> {
    const item = await this.queries.read(intakeId);
    if (!item) throw new ProblemError('intake.not-found');
    return item;
  }
}
