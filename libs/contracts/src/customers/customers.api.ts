import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { CaseSummary } from '../cases/case.ts';
import { FieldChange } from '../cases/feed.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { Customer, CustomerRow } from './customer.ts';
import { CreateCustomer, UpdateCustomer } from './write-customer.ts';

export const ListCustomers = PageQuery.extend({
  /** Part of a name, e-mail address, telephone number or company. */
  q: z.string().trim().min(2, 'Write at least 2 characters.').max(100).optional(),
  email: z.string().trim().max(254).optional(),
  /** The end of a number, or all of it, however it is written. */
  phone: z
    .string()
    .max(50)
    .refine((number) => (number.match(/\d/g) ?? []).length >= 3, 'Write at least 3 digits.')
    .optional(),
  companyId: IdParam.optional(),
  externalId: z.string().max(255).optional(),
  blocked: z.stringbool().optional(),
});
export type ListCustomers = z.infer<typeof ListCustomers>;

/** Who changed what of a customer. */
export const CustomerEvent = z.object({
  id: Id,
  /** customer.created, customer.updated, customer.merged, customer.unmerged. */
  event: z.string(),
  actor: ActorStamp,
  changes: z.array(FieldChange),
  at: Timestamp,
});
export type CustomerEvent = z.infer<typeof CustomerEvent>;

const params = z.object({ customerId: IdParam });

export const customersApi = {
  list: route('GET', '/customers', {
    summary: 'List customers, the newest first, or those that match.',
    allow: 'customers:view',
    query: ListCustomers,
    response: pageOf(CustomerRow),
  }),
  create: route('POST', '/customers', {
    summary: 'Create a customer.',
    allow: 'customers:update',
    body: CreateCustomer,
    response: Customer,
    status: 201,
    idempotent: true,
  }),
  get: route('GET', '/customers/:customerId', {
    summary: 'Read a customer. One who was merged answers 410 with `mergedIntoId`.',
    allow: 'customers:view',
    params,
    response: Customer,
  }),
  update: route('PATCH', '/customers/:customerId', {
    summary: 'Change a customer; e-mail addresses, numbers, addresses and identities that are named replace the set.',
    allow: 'customers:update',
    params,
    body: UpdateCustomer,
    response: Customer,
  }),
  cases: route('GET', '/customers/:customerId/cases', {
    summary: 'List the cases of a customer, the latest activity first.',
    allow: 'customers:view',
    params,
    query: PageQuery,
    response: pageOf(CaseSummary),
  }),
  history: route('GET', '/customers/:customerId/history', {
    summary: 'Read who changed what of a customer, the latest first.',
    allow: 'customers:view',
    params,
    query: PageQuery,
    response: pageOf(CustomerEvent),
  }),
  merge: route('POST', '/customers/:customerId/merges', {
    summary: 'Merge another customer into this one: addresses, numbers, identities and cases move here.',
    allow: 'customers:merge',
    params,
    body: z.object({ customerId: Id }),
    response: Customer,
    idempotent: true,
  }),
  unmerge: route('DELETE', '/customers/:customerId/merges/:mergedId', {
    summary: 'Take a merge back: the other customer gets exactly what came from there.',
    allow: 'customers:merge',
    params: params.extend({ mergedId: IdParam }),
    response: Customer,
  }),
  avatar: route('GET', '/customers/:customerId/avatar', {
    summary: 'Get the picture of a customer.',
    allow: 'customers:view',
    params,
    bytes: 'response',
  }),
  setAvatar: route('PUT', '/customers/:customerId/avatar', {
    summary: 'Set the picture of a customer: the body is a PNG, JPEG, GIF or WebP of at most 2 MB.',
    allow: 'customers:update',
    params,
    response: Customer,
    bytes: 'request',
  }),
  removeAvatar: route('DELETE', '/customers/:customerId/avatar', {
    summary: 'Remove the picture of a customer.',
    allow: 'customers:update',
    params,
    response: Customer,
  }),
};
