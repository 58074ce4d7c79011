import { Controller } from '@nestjs/common';
import { customersApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { DESK } from '../desk-actor.ts';
import { ChangeCustomer } from './change-customer.ts';
import { CustomerListQueries } from './customer-list.queries.ts';
import { CustomersQueries } from './customers.queries.ts';
import { MergeCustomers } from './merge-customers.ts';
import { UnmergeCustomer } from './unmerge-customer.ts';

@Controller()
export class CustomersController {
  constructor(
    private readonly queries: CustomersQueries,
    private readonly listQueries: CustomerListQueries,
    private readonly changeCustomer: ChangeCustomer,
    private readonly mergeCustomers: MergeCustomers,
    private readonly unmergeCustomer: UnmergeCustomer,
  ) {}

  @Handles(customersApi.list)
  list(actor: Actor, { query }: RouteCall<typeof customersApi.list>): Promise<RawJson> {
    return this.listQueries.list(actor, query);
  }

  @Handles(customersApi.create)
  async create(actor: Actor, { body }: RouteCall<typeof customersApi.create>): Promise<RawJson> {
    return this.queries.read(DESK, await this.changeCustomer.create(actor, body));
  }

  @Handles(customersApi.get)
  get(actor: Actor, { params }: RouteCall<typeof customersApi.get>): Promise<RawJson> {
    return this.queries.read(actor, params.customerId);
  }

  @Handles(customersApi.update)
  async update(
    actor: Actor,
    { params, body }: RouteCall<typeof customersApi.update>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.changeCustomer.update(actor, params.customerId, body, ifMatch);
    return this.queries.read(actor, params.customerId);
  }

  @Handles(customersApi.history)
  history(actor: Actor, { params, query }: RouteCall<typeof customersApi.history>): Promise<RawJson> {
    return this.queries.history(actor, params.customerId, query);
  }

  @Handles(customersApi.merge)
  async merge(actor: Actor, { params, body }: RouteCall<typeof customersApi.merge>): Promise<RawJson> {
    await this.mergeCustomers.run(actor, { customerId: params.customerId, mergedId: body.customerId });
    return this.queries.read(actor, params.customerId);
  }

  /** Answers with the customer who stands for himself again. */
  @Handles(customersApi.unmerge)
  async unmerge(actor: Actor, { params }: RouteCall<typeof customersApi.unmerge>): Promise<RawJson> {
    await this.unmergeCustomer.run(actor, params);
    return this.queries.read(DESK, params.mergedId);
  }
}
