import type { z } from 'zod';
import { caseEvents } from './cases/cases.events.ts';
import { deliveryEvents } from './channels/deliveries.ts';
import { intakeEvents } from './channels/intake.ts';

/** Every fact that the desk records, name → payload. */
export const EVENTS = { ...caseEvents, ...intakeEvents, ...deliveryEvents } as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<N extends EventName> = z.infer<(typeof EVENTS)[N]>;
