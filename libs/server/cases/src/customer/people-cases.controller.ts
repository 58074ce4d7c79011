import { Controller } from '@nestjs/common';
import { companiesApi, customersApi, type Actor, type RouteCall } from '@bureau/contracts';
import { CompanyRepository, CustomersQueries } from '@bureau/customers';
import { Handles, ProblemError, type RawJson } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';

/** The cases of a customer, and of all customers of a company. */
@Controller()
export class PeopleCasesController {
  constructor(
    private readonly cases: CaseRepository,
    private readonly customers: CustomersQueries,
    private readonly companies: CompanyRepository,
  ) {}

  @Handles(customersApi.cases)
  async ofCustomer(actor: Actor, { params, query }: RouteCall<typeof customersApi.cases>): Promise<RawJson> {
    const { customerId } = params;
    await this.customers.checkVisible(actor, customerId);
    return this.cases.list(actor, { ...query, view: 'all', customerId });
  }

  @Handles(companiesApi.cases)
  async ofCompany(actor: Actor, { params, query }: RouteCall<typeof companiesApi.cases>): Promise<RawJson> {
    const { companyId } = params;
    if (!(await this.companies.isVisible(actor, companyId))) throw new ProblemError('company.not-found');
    return this.cases.list(actor, { ...query, view: 'all', companyId });
  }
}
