import { Controller } from '@nestjs/common';
import { customersApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError, type RawJson } from '@bureau/platform';
import { CustomerRepository } from './customer.repository.ts';

@Controller()
export class CustomersController {
  constructor(private readonly customers: CustomerRepository) {}

  @Handles(customersApi.get)
  async get(_actor: Actor, { params }: RouteCall<typeof customersApi.get>): Promise<RawJson> {
    const customer = await this.customers.read(params.customerId);
    if (!customer) throw new ProblemError('customer.not-found');
    return customer;
  }
}
