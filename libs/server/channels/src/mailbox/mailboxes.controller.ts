import { Controller, type StreamableFile } from '@nestjs/common';
import {
  mailboxesApi,
  type Actor,
  type Mailbox,
  type MailboxCheck,
  type MailboxTest,
  type RouteCall,
} from '@bureau/contracts';
import { Handles, ProblemError, type HttpExchange } from '@bureau/platform';
import { answerByLines, wantsLines, whileAsked } from './answer-by-lines.ts';
import { CheckMailbox } from './check-mailbox.ts';
import { MailboxTestRepository } from './mailbox-test.repository.ts';
import { MailboxRepository } from './mailbox.repository.ts';
import { MailboxesService } from './mailboxes.service.ts';
import { RemoveMailbox } from './remove-mailbox.ts';
import { TestMailbox } from './test-mailbox.ts';

@Controller()
export class MailboxesController {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly service: MailboxesService,
    private readonly removeMailbox: RemoveMailbox,
    private readonly checkMailbox: CheckMailbox,
    private readonly testMailbox: TestMailbox,
    private readonly tests: MailboxTestRepository,
  ) {}

  @Handles(mailboxesApi.list)
  async list(): Promise<{ items: Mailbox[] }> {
    return { items: await this.mailboxes.list() };
  }

  @Handles(mailboxesApi.create)
  create(actor: Actor, { body }: RouteCall<typeof mailboxesApi.create>): Promise<Mailbox> {
    return this.service.create(actor, body);
  }

  @Handles(mailboxesApi.update)
  update(actor: Actor, { params, body }: RouteCall<typeof mailboxesApi.update>): Promise<Mailbox> {
    return this.service.update(actor, params.mailboxId, body);
  }

  @Handles(mailboxesApi.remove)
  remove(actor: Actor, { params, query }: RouteCall<typeof mailboxesApi.remove>): Promise<void> {
    return this.removeMailbox.run(actor, params.mailboxId, query);
  }

  @Handles(mailboxesApi.check)
  async check(
    actor: Actor,
    { body }: RouteCall<typeof mailboxesApi.check>,
    exchange: HttpExchange,
  ): Promise<MailboxCheck | StreamableFile> {
    const mailbox = await this.checkMailbox.admit(actor, body);
    const signal = whileAsked(exchange);
    if (!wantsLines(exchange)) return this.checkMailbox.run(body, { mailbox, signal });
    return answerByLines(exchange, (tell) => this.checkMailbox.run(body, { mailbox, signal, tell }));
  }

  @Handles(mailboxesApi.test)
  test(actor: Actor, { params }: RouteCall<typeof mailboxesApi.test>): Promise<MailboxTest> {
    return this.testMailbox.run(actor, params.mailboxId);
  }

  @Handles(mailboxesApi.testResult)
  async testResult(
    _actor: Actor,
    { params }: RouteCall<typeof mailboxesApi.testResult>,
  ): Promise<{ test: MailboxTest | null }> {
    if (!(await this.mailboxes.find(params.mailboxId))) throw new ProblemError('mailbox.not-found');
    return { test: (await this.tests.find(params.mailboxId)) ?? null };
  }
}
