import { z } from 'zod';
import { Id, IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { Delivery, DeliveryState } from '../cases/feed.ts';
import { EditableMessage } from '../cases/messages.api.ts';

const deliveryParams = z.object({ deliveryId: IdParam });

export const deliveriesApi = {
  undo: route('POST', '/deliveries/:deliveryId/undo', {
    summary: 'Take a message back that waits, also between two attempts; the text of a reply becomes the draft again.',
    allow: 'cases:reply',
    params: deliveryParams,
    response: Delivery,
  }),
  edit: route('POST', '/deliveries/:deliveryId/edit', {
    summary: 'Take what a failed, bounced or unknown delivery said back into an editor, to be sent in its place.',
    allow: 'cases:reply',
    params: deliveryParams,
    response: EditableMessage,
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
