import { Injectable } from '@nestjs/common';
import { CommonObjects } from '../theme/common-objects.ts';
import { once, type LiquidObjects } from '../theme/liquid-objects.ts';
import { MyCasesQueries } from './my-cases.queries.ts';

/** Gives every page of a theme `desk.customer`: who is signed in, and whether he may read the cases of his company. */
@Injectable()
export class CustomerOfDesk {
  constructor(queries: MyCasesQueries, common: CommonObjects) {
    common.add(({ visitor }): Record<string, LiquidObjects> => {
      if (visitor === null) return {};
      const { customerId: id, name, email } = visitor;
      const mayRead = once(() => queries.readsCompany(visitor));
      return { desk: { customer: { id, name, email, 'can_access_company_tickets?': mayRead } } };
    });
  }
}
