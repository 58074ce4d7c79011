import { Controller } from '@nestjs/common';
import { webhooksApi, type Actor, type RouteCall, type Webhook, type WebhookCall } from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { WebhooksService } from './webhooks.service.ts';

@Controller()
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Handles(webhooksApi.list)
  async list(): Promise<{ items: Webhook[] }> {
    return { items: await this.webhooks.list() };
  }

  @Handles(webhooksApi.names)
  async names(): Promise<{ items: Pick<Webhook, 'id' | 'name'>[] }> {
    return { items: await this.webhooks.names() };
  }

  @Handles(webhooksApi.create)
  create(actor: Actor, { body }: RouteCall<typeof webhooksApi.create>): Promise<Webhook> {
    return this.webhooks.create(actor, body);
  }

  @Handles(webhooksApi.get)
  get(_actor: Actor, { params }: RouteCall<typeof webhooksApi.get>): Promise<Webhook> {
    return this.webhooks.read(params.webhookId);
  }

  @Handles(webhooksApi.update)
  update(actor: Actor, { params, body }: RouteCall<typeof webhooksApi.update>): Promise<Webhook> {
    return this.webhooks.update(actor, params.webhookId, body);
  }

  @Handles(webhooksApi.delete)
  delete(actor: Actor, { params }: RouteCall<typeof webhooksApi.delete>): Promise<void> {
    return this.webhooks.remove(actor, params.webhookId);
  }

  @Handles(webhooksApi.test)
  test(actor: Actor, { params }: RouteCall<typeof webhooksApi.test>): Promise<WebhookCall> {
    return this.webhooks.test(actor, params.webhookId);
  }

  @Handles(webhooksApi.calls)
  calls(_actor: Actor, { params, query }: RouteCall<typeof webhooksApi.calls>): Promise<RawJson> {
    return this.webhooks.log(params.webhookId, query);
  }

  @Handles(webhooksApi.retry)
  retry(_actor: Actor, { params }: RouteCall<typeof webhooksApi.retry>): Promise<WebhookCall> {
    return this.webhooks.retry(params.webhookId, params.callId);
  }
}
