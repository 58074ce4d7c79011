import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { Customer } from './customer.ts';

export const customersApi = {
  get: route('GET', '/customers/:customerId', {
    summary: 'Read a customer with addresses and company.',
    allow: 'customers:view',
    params: z.object({ customerId: IdParam }),
    response: Customer,
  }),
};
