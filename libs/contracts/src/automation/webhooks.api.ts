import { z } from 'zod';
import { pageOf } from '../paging.ts';
import { route } from '../route.ts';
import {
  CreateWebhook,
  ListWebhookCalls,
  UpdateWebhook,
  Webhook,
  WebhookCall,
  webhookCallParams,
  webhookParams,
} from './webhooks.ts';

export const webhooksApi = {
  list: route('GET', '/webhooks', {
    summary: 'List the programs that rules and macros can call.',
    allow: 'rules:manage',
    response: z.object({ items: z.array(Webhook) }),
  }),
  names: route('GET', '/webhooks/names', {
    summary: 'Name the programs that a macro can call: those that are switched on, without their addresses.',
    allow: 'macros:manage',
    response: z.object({ items: z.array(Webhook.pick({ id: true, name: true })) }),
  }),
  create: route('POST', '/webhooks', {
    summary: 'Name a program that rules and macros can call. Its secret is written once and never read again.',
    allow: 'rules:manage',
    body: CreateWebhook,
    response: Webhook,
    status: 201,
    idempotent: true,
  }),
  get: route('GET', '/webhooks/:webhookId', {
    summary: 'Read a webhook.',
    allow: 'rules:manage',
    params: webhookParams,
    response: Webhook,
  }),
  update: route('PATCH', '/webhooks/:webhookId', {
    summary: 'Change a webhook; calls that wait go to its new address.',
    allow: 'rules:manage',
    params: webhookParams,
    body: UpdateWebhook,
    response: Webhook,
  }),
  delete: route('DELETE', '/webhooks/:webhookId', {
    summary: 'Delete a webhook with its log. Rules and macros that call it say so from then on.',
    allow: 'rules:manage',
    params: webhookParams,
  }),
  test: route('POST', '/webhooks/:webhookId/test', {
    summary: 'Call a webhook with a sample, to see what it answers.',
    allow: 'rules:manage',
    params: webhookParams,
    response: WebhookCall,
    status: 202,
  }),
  calls: route('GET', '/webhooks/:webhookId/calls', {
    summary: 'Read the calls of a webhook with what became of them, the newest first; they are kept for 30 days.',
    allow: 'rules:manage',
    params: webhookParams,
    query: ListWebhookCalls,
    response: pageOf(WebhookCall),
  }),
  retry: route('POST', '/webhooks/:webhookId/calls/:callId/retry', {
    summary: 'Try a call again now, with the same key and content.',
    allow: 'rules:manage',
    params: webhookCallParams,
    response: WebhookCall,
    status: 202,
  }),
};
