import { z } from 'zod';
import { Id, IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { Delivery, DeliveryState } from '../cases/feed.ts';

const deliveryParams = z.object({ deliveryId: IdParam });

export const deliveriesApi = {
  undo: route('POST', '/deliveries/:deliveryId/undo', {
    summary: 'Take a message back that has not left yet; its text becomes the draft again.',
    allow: 'cases:reply',
    params: deliveryParams,
    response: Delivery,
  }),
  retry: route('POST', '/deliveries/:deliveryId/retry', {
    summary: 'Send a failed or unknown delivery again.',
    allow: 'cases:reply',
    params: deliveryParams,
    response: Delivery,
  }),
  settle: route('POST', '/deliveries/:deliveryId/settle', {
    summary: 'Say what became of an unknown delivery, after looking at the receiving side.',
    allow: 'cases:reply',
    params: deliveryParams,
    body: z.object({ state: z.enum(['sent', 'failed']) }),
    response: Delivery,
  }),
};

export const deliveryEvents = {
  'delivery.changed': z.object({ deliveryId: Id, caseId: Id, messageId: Id, state: DeliveryState }),
} as const;
