import { Controller } from '@nestjs/common';
import { companiesApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError, type HttpExchange, type RawJson } from '@bureau/platform';
import { CustomerListQueries } from '../customer/customer-list.queries.ts';
import { DESK } from '../desk-actor.ts';
import { ChangeCompany } from './change-company.ts';
import { CompanyRepository } from './company.repository.ts';

@Controller()
export class CompaniesController {
  constructor(
    private readonly companies: CompanyRepository,
    private readonly changeCompany: ChangeCompany,
    private readonly customerList: CustomerListQueries,
  ) {}

  @Handles(companiesApi.list)
  list(actor: Actor, { query }: RouteCall<typeof companiesApi.list>): Promise<RawJson> {
    return this.companies.list(actor, query);
  }

  @Handles(companiesApi.create)
  async create(actor: Actor, { body }: RouteCall<typeof companiesApi.create>): Promise<RawJson> {
    return this.read(DESK, await this.changeCompany.create(actor, body));
  }

  @Handles(companiesApi.get)
  get(actor: Actor, { params }: RouteCall<typeof companiesApi.get>): Promise<RawJson> {
    return this.read(actor, params.companyId);
  }

  @Handles(companiesApi.update)
  async update(
    actor: Actor,
    { params, body }: RouteCall<typeof companiesApi.update>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.changeCompany.update(actor, params.companyId, body, ifMatch);
    return this.read(actor, params.companyId);
  }

  @Handles(companiesApi.delete)
  delete(actor: Actor, { params }: RouteCall<typeof companiesApi.delete>, { ifMatch }: HttpExchange): Promise<void> {
    return this.changeCompany.delete(actor, params.companyId, ifMatch);
  }

  @Handles(companiesApi.customers)
  async customers(actor: Actor, { params, query }: RouteCall<typeof companiesApi.customers>): Promise<RawJson> {
    await this.read(actor, params.companyId);
    return this.customerList.list(actor, { ...query, companyId: params.companyId });
  }

  private async read(actor: Actor, companyId: number): Promise<RawJson> {
    const company = await this.companies.read(actor, companyId);
    if (!company) throw new ProblemError('company.not-found');
    return company;
  }
}
