import { COFFEE_BREWING } from './coffee-brewing.ts';
import { COFFEE_ORDERS } from './coffee-orders.ts';
import { GEAR_CARE } from './gear-care.ts';
import { GEAR_ORDERS } from './gear-orders.ts';
import type { DemoTopic } from './knowledge.ts';

/** What the support centers of the demo tell, in their order. */
export const KNOWLEDGE: readonly DemoTopic[] = [COFFEE_ORDERS, COFFEE_BREWING, GEAR_ORDERS, GEAR_CARE];
