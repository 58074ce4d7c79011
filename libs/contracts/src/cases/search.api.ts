import { z } from 'zod';
import { route } from '../route.ts';
import { FoundCases, FoundCustomer } from './search.ts';

const q = z.string().max(500, 'At most 500 characters.').trim().min(1, 'Write what you look for.');

export const SearchCases = z.object({
  q,
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(200).optional(),
});
export type SearchCases = z.infer<typeof SearchCases>;

export const SearchCustomers = z.object({ q, limit: z.coerce.number().int().min(1).max(50).default(10) });
export type SearchCustomers = z.infer<typeof SearchCustomers>;

export const searchApi = {
  cases: route('GET', '/search/cases', {
    summary:
      'Find cases by words, "phrases", -exclusions, #number and operators: from: to: label: status: is: has: channel: brand: assigned: group: customer: company: filter: before: after:',
    allow: 'cases:view',
    query: SearchCases,
    response: FoundCases,
  }),
  customers: route('GET', '/search/customers', {
    summary: 'Find customers by name, address, telephone number or company, also when it is not quite right.',
    allow: 'customers:view',
    query: SearchCustomers,
    response: z.object({ items: z.array(FoundCustomer) }),
  }),
};
