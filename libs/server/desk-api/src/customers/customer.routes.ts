import { change, create, list, show, type DeskRoute } from '../resource/desk-route.ts';
import { CUSTOMER_NAMES, CustomerBody } from './customer.body.ts';
import { CUSTOMERS } from './customer.source.ts';
import { CustomerWrites } from './customer.writes.ts';

export const CUSTOMER_ROUTES: DeskRoute[] = [
  list('/customers', { summary: 'List the customers.', allow: 'customers:view', reads: CUSTOMERS }),
  list('/customers/search', { summary: 'Find customers.', allow: 'customers:view', reads: CUSTOMERS }),
  create('/customers', {
    summary: 'Create a customer. Without a company, the domain of an e-mail address finds one.',
    allow: 'customers:update',
    reads: CUSTOMERS,
    body: CustomerBody,
    names: CUSTOMER_NAMES,
    by: CustomerWrites,
    run: (writes, wish) => writes.create(wish),
  }),
  show('/customers/:customer', { summary: 'Read a customer.', allow: 'customers:view', reads: CUSTOMERS }),
  change('/customers/:customer', {
    summary: 'Change a customer; lists replace what there is, or are added to it (`emails_update_action` `append` …).',
    allow: 'customers:update',
    reads: CUSTOMERS,
    body: CustomerBody,
    names: CUSTOMER_NAMES,
    by: CustomerWrites,
    run: (writes, wish) => writes.change(wish),
  }),
];
