import { Controller } from '@nestjs/common';
import { mailboxesApi, type Actor, type Mailbox, type RouteCall } from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { MailboxRepository } from './mailbox.repository.ts';
import { MailboxesService } from './mailboxes.service.ts';

@Controller()
export class MailboxesController {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly service: MailboxesService,
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
}
