import type { z } from 'zod';
import { actionEvents } from './automation/webhooks.ts';
import { routingEvents } from './automation/routing.ts';
import { bulkEvents } from './cases/bulk.api.ts';
import { caseEvents } from './cases/cases.events.ts';
import { notificationEvents } from './cases/notifications.api.ts';
import { questionEvents } from './channels/questions.ts';
import { feedbackEvents } from './feedback/feedback.events.ts';
import { connectEvents } from './connect/connect.events.ts';
import { deliveryEvents } from './channels/deliveries.ts';
import { intakeEvents } from './channels/intake.ts';
import { customerEvents } from './customers/customers.events.ts';
import { brandEvents } from './identity/brand.events.ts';
import { knowledgeEvents } from './knowledge/knowledge.events.ts';
import { groupEvents } from './identity/group.events.ts';
import { preferenceEvents } from './identity/preferences.ts';
import { systemMessageEvents } from './platform/system-message.ts';
import { socialEvents } from './social/social.events.ts';
import { sessionEvents } from './identity/session.events.ts';

/** Every fact that the desk records, name → payload. */
export const EVENTS = {
  ...caseEvents,
  ...bulkEvents,
  ...notificationEvents,
  ...intakeEvents,
  ...deliveryEvents,
  ...feedbackEvents,
  ...questionEvents,
  ...customerEvents,
  ...sessionEvents,
  ...groupEvents,
  ...brandEvents,
  ...preferenceEvents,
  ...systemMessageEvents,
  ...routingEvents,
  ...actionEvents,
  ...knowledgeEvents,
  ...socialEvents,
  ...connectEvents,
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<N extends EventName> = z.infer<(typeof EVENTS)[N]>;
