import { CASES } from '../cases/case.source.ts';
import { CUSTOMERS } from '../customers/customer.source.ts';
import { change, create, list, show, type DeskRoute } from '../resource/desk-route.ts';
import { COMPANIES } from './company.source.ts';
import { COMPANY_NAMES, CompanyBody, CompanyWrites } from './company.writes.ts';

export const COMPANY_ROUTES: DeskRoute[] = [
  list('/companies', { summary: 'List the companies, or those of `ids`.', allow: 'customers:view', reads: COMPANIES }),
  list('/companies/search', { summary: 'Find companies.', allow: 'customers:view', reads: COMPANIES }),
  create('/companies', {
    summary: 'Create a company; customers without one who write from its domains join it.',
    allow: 'companies:update',
    reads: COMPANIES,
    body: CompanyBody,
    names: COMPANY_NAMES,
    by: CompanyWrites,
    run: (writes, wish) => writes.create(wish),
  }),
  show('/companies/:company', { summary: 'Read a company.', allow: 'customers:view', reads: COMPANIES }),
  change('/companies/:company', {
    summary: 'Change a company; `domains` replaces all of them.',
    allow: 'companies:update',
    reads: COMPANIES,
    body: CompanyBody,
    names: COMPANY_NAMES,
    by: CompanyWrites,
    run: (writes, wish) => writes.change(wish),
  }),
  list('/companies/:company/customers', {
    summary: 'List the customers of a company.',
    allow: 'customers:view',
    within: COMPANIES,
    reads: CUSTOMERS,
  }),
  list('/companies/:company/cases', {
    summary: 'List the cases of its customers.',
    allow: 'cases:view',
    within: COMPANIES,
    reads: CASES,
  }),
];
