import { Controller } from '@nestjs/common';
import { changesApi, type Actor, type RouteCall } from '@bureau/contracts';
import { ChangeReader, FIRST_PLACEHOLDER, Handles, type RawJson } from '@bureau/platform';
import { companyAccess, customerAccess } from '../customer/customer-access.ts';
import { COMPANIES, CUSTOMERS } from './change-sources.ts';

@Controller()
export class CustomersChangesController {
  constructor(private readonly changes: ChangeReader) {}

  @Handles(changesApi.customers)
  customers(actor: Actor, { query }: RouteCall<typeof changesApi.customers>): Promise<RawJson> {
    return this.changes.read({ ...CUSTOMERS, access: customerAccess(actor, FIRST_PLACEHOLDER) }, query);
  }

  @Handles(changesApi.companies)
  companies(actor: Actor, { query }: RouteCall<typeof changesApi.companies>): Promise<RawJson> {
    return this.changes.read({ ...COMPANIES, access: companyAccess(actor, FIRST_PLACEHOLDER) }, query);
  }
}
