import { Controller, StreamableFile } from '@nestjs/common';
import { intakeApi, type Actor, type IntakeBalance, type RouteCall } from '@bureau/contracts';
import { SYSTEM } from '@bureau/cases';
import { BlobStorage, Handles, ProblemError, type HttpExchange, type RawJson } from '@bureau/platform';
import { IntakeQueries } from './intake.queries.ts';
import { WEB_FORM } from '../web-form/web-post.ts';
import { QNA } from '../question/question-post.ts';
import { networkOf } from '../social/in/social-source.ts';
import { RunIntakeAgain } from './run-intake-again.ts';

@Controller()
export class IntakeController {
  constructor(
    private readonly queries: IntakeQueries,
    private readonly again: RunIntakeAgain,
    private readonly storage: BlobStorage,
  ) {}

  @Handles(intakeApi.list)
  list(actor: Actor, { query }: RouteCall<typeof intakeApi.list>): Promise<RawJson> {
    return this.queries.list(actor, query);
  }

  @Handles(intakeApi.balance)
  async balance(actor: Actor, { query }: RouteCall<typeof intakeApi.balance>): Promise<{ items: IntakeBalance[] }> {
    return { items: await this.queries.balance(actor, query.days) };
  }

  @Handles(intakeApi.get)
  get(actor: Actor, { params }: RouteCall<typeof intakeApi.get>): Promise<RawJson> {
    return this.read(actor, params.intakeId);
  }

  @Handles(intakeApi.raw)
  async raw(
    actor: Actor,
    { params }: RouteCall<typeof intakeApi.raw>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    const item = await this.queries.raw(actor, params.intakeId);
    if (!item) throw new ProblemError('intake.not-found');
    const [contentType, ending] = isJson(item.source) ? ['application/json', 'json'] : ['message/rfc822', 'eml'];
    void reply.headers({
      'content-type': contentType,
      'content-disposition': `attachment; filename="intake-${params.intakeId}.${ending}"`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
    return new StreamableFile(await this.storage.read(item.sha256), { length: item.size });
  }

  @Handles(intakeApi.run)
  async run(actor: Actor, { params }: RouteCall<typeof intakeApi.run>): Promise<RawJson> {
    await this.read(actor, params.intakeId);
    await this.again.run(params.intakeId);
    return this.read(SYSTEM, params.intakeId);
  }

  @Handles(intakeApi.accept)
  async accept(actor: Actor, { params, body }: RouteCall<typeof intakeApi.accept>): Promise<RawJson> {
    await this.read(actor, params.intakeId);
    await this.again.accept(params.intakeId, body.into);
    return this.read(SYSTEM, params.intakeId);
  }

  @Handles(intakeApi.dismiss)
  async dismiss(actor: Actor, { params }: RouteCall<typeof intakeApi.dismiss>): Promise<RawJson> {
    await this.read(actor, params.intakeId);
    await this.again.dismiss(actor, params.intakeId);
    return this.read(SYSTEM, params.intakeId);
  }

  /** Throws intake.not-found, also for an item that the actor may not see. */
  private async read(actor: Actor, intakeId: number): Promise<RawJson> {
    const item = await this.queries.read(actor, intakeId);
    if (!item) throw new ProblemError('intake.not-found');
    return item;
  }
}

/** Pages of a support center and networks speak JSON; everything else is mail. */
function isJson(source: string): boolean {
  return source === WEB_FORM || source === QNA || networkOf(source) !== null;
}
