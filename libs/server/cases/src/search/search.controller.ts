import { Controller } from '@nestjs/common';
import { searchApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { SearchCases } from './search-cases.ts';
import { SearchCustomers } from './search-customers.ts';

@Controller()
export class SearchController {
  constructor(
    private readonly searchCases: SearchCases,
    private readonly searchCustomers: SearchCustomers,
  ) {}

  @Handles(searchApi.cases)
  cases(actor: Actor, { query }: RouteCall<typeof searchApi.cases>): Promise<RawJson> {
    return this.searchCases.run(actor, query);
  }

  @Handles(searchApi.customers)
  customers(actor: Actor, { query }: RouteCall<typeof searchApi.customers>): Promise<RawJson> {
    return this.searchCustomers.run(actor, query);
  }
}
