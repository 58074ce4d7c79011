import { list, show, type DeskRoute } from '../resource/desk-route.ts';
import { CUSTOMERS } from './customer.source.ts';

export const CUSTOMER_ROUTES: DeskRoute[] = [
  list('/customers', { summary: 'List the customers.', allow: 'customers:view', reads: CUSTOMERS }),
  list('/customers/search', { summary: 'Find customers.', allow: 'customers:view', reads: CUSTOMERS }),
  show('/customers/:customer', { summary: 'Read a customer.', allow: 'customers:view', reads: CUSTOMERS }),
];
