import { Injectable } from '@nestjs/common';
import {
  stampOf,
  type Actor,
  type CreateWebhook,
  type ListWebhookCalls,
  type UpdateWebhook,
  type Webhook,
  type WebhookCall,
} from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import {
  Clock,
  InstallationSecret,
  orTaken,
  Outbox,
  ProblemError,
  seal,
  Transactional,
  type RawJson,
} from '@bureau/platform';
import { WantCall } from './want-call.ts';
import { WebhookCallRepository } from './webhook-call.repository.ts';
import { WebhookRepository } from './webhook.repository.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** The programs that rules and macros can call, and what became of the calls. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly webhooks: WebhookRepository,
    private readonly calls: WebhookCallRepository,
    private readonly wantCall: WantCall,
    private readonly audit: AuditLog,
    private readonly secret: InstallationSecret,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  list(): Promise<Webhook[]> {
    return this.webhooks.list(this.weekAgo());
  }

  /** Of those that can be called. */
  names(): Promise<Pick<Webhook, 'id' | 'name'>[]> {
    return this.webhooks.names();
  }

  /** Throws webhook.not-found. */
  async read(webhookId: number): Promise<Webhook> {
    const webhook = await this.webhooks.read(webhookId, this.weekAgo());
    if (!webhook) throw new ProblemError('webhook.not-found');
    return webhook;
  }

  /** Throws webhook.name-taken. */
  @Transactional()
  async create(actor: Actor, { secret, ...plain }: CreateWebhook): Promise<Webhook> {
    const fields = { ...plain, secretSealed: seal(this.secret, secret) };
    const id = await orTaken('webhook.name-taken', () => this.webhooks.insert(fields));
    await this.audit.record(actor, { noun: 'webhook', id, name: plain.name, action: 'created', after: plain });
    return this.read(id);
  }

  /** Throws webhook.not-found, webhook.name-taken. */
  @Transactional()
  async update(actor: Actor, webhookId: number, { secret, ...changes }: UpdateWebhook): Promise<Webhook> {
    const { secretSealed, ...before } = await this.locked(webhookId);
    const after = {
      name: changes.name ?? before.name,
      url: changes.url ?? before.url,
      enabled: changes.enabled ?? before.enabled,
    };
    const sealed = secret === undefined ? secretSealed : seal(this.secret, secret);
    await orTaken('webhook.name-taken', () => this.webhooks.update(webhookId, { ...after, secretSealed: sealed }));
    await this.audit.record(actor, {
      ...{ noun: 'webhook' as const, id: webhookId, name: after.name, action: 'changed' as const },
      before,
      after: secret === undefined ? after : { ...after, secret: 'changed' },
    });
    return this.read(webhookId);
  }

  /** Throws webhook.not-found. */
  @Transactional()
  async remove(actor: Actor, webhookId: number): Promise<void> {
    const { secretSealed: _, ...before } = await this.locked(webhookId);
    await this.webhooks.remove(webhookId);
    await this.audit.record(actor, { noun: 'webhook', id: webhookId, name: before.name, action: 'deleted', before });
  }

  /** Throws webhook.not-found, webhook.off. */
  @Transactional()
  async test(actor: Actor, webhookId: number): Promise<WebhookCall> {
    await this.read(webhookId);
    const wanted = { event: 'webhook.tested' as const, caseId: null, messageId: null, by: stampOf(actor) };
    const made = await this.wantCall.run(webhookId, wanted);
    if ('refused' in made) throw new ProblemError('webhook.off');
    return this.call(webhookId, made.callId);
  }

  /** Throws webhook.not-found. */
  async log(webhookId: number, query: ListWebhookCalls): Promise<RawJson> {
    await this.read(webhookId);
    return this.calls.list(webhookId, query);
  }

  /** Throws webhook.not-found, webhook.call-not-found, webhook.off. */
  @Transactional()
  async retry(webhookId: number, callId: number): Promise<WebhookCall> {
    if (!(await this.read(webhookId)).enabled) throw new ProblemError('webhook.off');
    if (!(await this.calls.again(callId, { webhookId, at: this.clock.now() }))) {
      throw new ProblemError('webhook.call-not-found');
    }
    await this.outbox.add('action.webhook-wanted', { callId });
    return this.call(webhookId, callId);
  }

  private async call(webhookId: number, callId: number): Promise<WebhookCall> {
    const call = await this.calls.read(callId, webhookId);
    if (!call) throw new ProblemError('webhook.call-not-found');
    return call;
  }

  private async locked(webhookId: number) {
    const webhook = await this.webhooks.lock(webhookId);
    if (!webhook) throw new ProblemError('webhook.not-found');
    return webhook;
  }

  private weekAgo(): Date {
    return new Date(this.clock.now().getTime() - WEEK_MS);
  }
}
