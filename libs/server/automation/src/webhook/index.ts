import { MakeCalls } from './make-calls.ts';
import { WantCall } from './want-call.ts';
import { WebhookCallRepository } from './webhook-call.repository.ts';
import { WebhookRepository } from './webhook.repository.ts';
import { WebhooksController } from './webhooks.controller.ts';
import { WebhooksService } from './webhooks.service.ts';

export const WEBHOOK_PROVIDERS = [MakeCalls, WantCall, WebhookCallRepository, WebhookRepository, WebhooksService];
export const WEBHOOK_CONTROLLERS = [WebhooksController];
