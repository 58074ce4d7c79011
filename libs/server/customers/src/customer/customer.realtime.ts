import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';
import { CompanyRepository } from '../company/company.repository.ts';
import { CustomersQueries } from './customers.queries.ts';

/** Which screens hear of a customer or a company: those that show it. */
@Injectable()
export class CustomerRealtime {
  constructor(rooms: RoomRules, customers: CustomersQueries, companies: CompanyRepository) {
    rooms.declare('customer:', (actor, customerId) => customers.isVisible(actor, customerId));
    rooms.declare('company:', (actor, companyId) => companies.isVisible(actor, companyId));
  }

  @Broadcasts('customer.updated')
  updated({ customerId }: EventPayload<'customer.updated'>): Broadcast[] {
    return [{ room: `customer:${customerId}`, ids: [customerId] }];
  }

  @Broadcasts('customer.merged')
  merged({ customerId, mergedId }: EventPayload<'customer.merged'>): Broadcast[] {
    return [customerId, mergedId].map((id) => ({ room: `customer:${id}`, ids: [customerId, mergedId] }));
  }

  @Broadcasts('company.updated')
  companyUpdated({ companyId }: EventPayload<'company.updated'>): Broadcast[] {
    return [{ room: `company:${companyId}`, ids: [companyId] }];
  }
}
