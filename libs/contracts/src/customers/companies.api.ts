import { z } from 'zod';
import { CaseSummary } from '../cases/case.ts';
import { ExternalId } from '../cases/update-case.ts';
import { CustomFieldInput, CustomFieldValues } from '../custom-fields/custom-field.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { CustomerRow } from './customer.ts';

export const CompanyRow = z.object({
  id: Id,
  name: z.string(),
  /** Customers who write from one of these are customers of the company. */
  domains: z.array(z.string()),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type CompanyRow = z.infer<typeof CompanyRow>;

export const Company = CompanyRow.extend({
  /** The id that another system gave; unique. */
  externalId: z.string().nullable(),
  customFields: CustomFieldValues,
  /** Customers that the reader may see. */
  customerCount: z.number().int(),
});
export type Company = z.infer<typeof Company>;

/** Lower case, without a leading @. */
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .transform((domain) => domain.replace(/^@/, ''))
  .pipe(
    z
      .string()
      .max(253, 'At most 253 characters.')
      .regex(
        /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/,
        'Write a domain such as acme.com.',
      ),
  );

const fields = {
  name: z
    .string()
    .trim()
    .min(1, 'Write a name.')
    .max(200, 'At most 200 characters.')
    .refine((name) => !/\p{Cc}/u.test(name) && name.isWellFormed(), 'Leave out control characters.'),
  /** Replaces all; a domain belongs to one company. Customers without a company who write from a new one join. */
  domains: z
    .array(Domain)
    .max(500, 'At most 500 domains.')
    .transform((domains) => [...new Set(domains)]),
  externalId: ExternalId.nullable(),
  customFields: CustomFieldInput,
};

export const CreateCompany = z.object(fields).partial().required({ name: true });
export type CreateCompany = z.infer<typeof CreateCompany>;

export const UpdateCompany = z
  .object(fields)
  .partial()
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one of name, domains, externalId, customFields.',
  });
export type UpdateCompany = z.infer<typeof UpdateCompany>;

export const ListCompanies = PageQuery.extend({
  /** Part of the name, or the beginning of a domain. */
  q: z.string().trim().min(2, 'Write at least 2 characters.').max(100).optional(),
  externalId: z.string().max(255).optional(),
});
export type ListCompanies = z.infer<typeof ListCompanies>;

const params = z.object({ companyId: IdParam });

export const companiesApi = {
  list: route('GET', '/companies', {
    summary: 'List companies, the newest first, or those that match.',
    allow: 'customers:view',
    query: ListCompanies,
    response: pageOf(CompanyRow),
  }),
  create: route('POST', '/companies', {
    summary: 'Create a company; customers without one who write from its domains join it.',
    allow: 'companies:update',
    body: CreateCompany,
    response: Company,
    status: 201,
    idempotent: true,
  }),
  get: route('GET', '/companies/:companyId', {
    summary: 'Read a company.',
    allow: 'customers:view',
    params,
    response: Company,
  }),
  update: route('PATCH', '/companies/:companyId', {
    summary: 'Change a company; domains that are named replace the set.',
    allow: 'companies:update',
    params,
    body: UpdateCompany,
    response: Company,
  }),
  delete: route('DELETE', '/companies/:companyId', {
    summary: 'Delete a company; its customers stay, without one.',
    allow: 'companies:update',
    params,
  }),
  customers: route('GET', '/companies/:companyId/customers', {
    summary: 'List the customers of a company, the newest first.',
    allow: 'customers:view',
    params,
    query: PageQuery,
    response: pageOf(CustomerRow),
  }),
  cases: route('GET', '/companies/:companyId/cases', {
    summary: 'List the cases of a company’s customers, the latest activity first.',
    allow: 'customers:view',
    params,
    query: PageQuery,
    response: pageOf(CaseSummary),
  }),
};
