import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type CreateCompany, type UpdateCompany } from '@bureau/contracts';
import { isPublicMailDomain } from '@bureau/domain';
import { Clock, InvalidInput, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { CustomFieldRepository } from '../custom-field/custom-field.repository.ts';
import { refuseTaken } from '../refuse-taken.ts';
import { CompanyRepository, type CompanyState } from './company.repository.ts';

/** Creates, changes and deletes companies. A new domain brings its customers along. */
@Injectable()
export class ChangeCompany {
  constructor(
    private readonly companies: CompanyRepository,
    private readonly customFields: CustomFieldRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The new company's id. Throws request.invalid naming each field. */
  async create(actor: Actor, wanted: CreateCompany): Promise<number> {
    const [companyId] = await this.createMany(actor, [wanted]);
    if (companyId === undefined) throw new Error('The company was not created.');
    return companyId;
  }

  /** All or none; their ids in the same order. Throws request.invalid naming each field of one that is refused. */
  @Transactional()
  async createMany(actor: Actor, wanted: readonly CreateCompany[]): Promise<number[]> {
    const customFields = await this.customFields.mergeMany(
      'company',
      wanted.map((one) => one.customFields ?? {}),
    );
    for (const { domains = [] } of wanted) refusePublic(domains, domains);
    const states = wanted.map(({ name, externalId = null, domains = [] }, index) => ({
      ...{ name, externalId, domains },
      customFields: customFields[index] ?? {},
    }));

    const ids = await refuseTaken(TAKEN, () => this.companies.insertMany(states));
    const made = ids.map((companyId, index) => ({ companyId, domains: states[index]?.domains ?? [] }));
    for (const { companyId, domains } of made) {
      if (domains.length > 0) await this.setDomains(actor, companyId, { domains, added: domains });
    }
    const told = ids.map((companyId) => ({ companyId, actor: stampOf(actor), event: 'company.created' }));
    await this.outbox.addMany('company.updated', told);
    return ids;
  }

  /** Throws company.not-found, request.precondition-failed, and request.invalid naming each field. */
  @Transactional()
  async update(actor: Actor, companyId: number, wanted: UpdateCompany, ifMatch: string | null): Promise<void> {
    const locked = await this.companies.lock(actor, companyId, ifMatch);
    if (!locked) throw new ProblemError('company.not-found');
    await this.write(actor, { companyId, before: locked.state }, wanted);
  }

  /** Throws company.not-found, request.precondition-failed. */
  @Transactional()
  async delete(actor: Actor, companyId: number, ifMatch: string | null): Promise<void> {
    if (!(await this.companies.lock(actor, companyId, ifMatch))) throw new ProblemError('company.not-found');
    await this.companies.delete(companyId);
    await this.outbox.add('company.updated', { companyId, actor: stampOf(actor), event: 'company.deleted' });
  }

  private async write(
    actor: Actor,
    { companyId, before }: { companyId: number; before: CompanyState },
    wanted: UpdateCompany,
  ): Promise<void> {
    const customFields = await this.customFields.merge('company', wanted.customFields ?? {}, before.customFields);
    const { name = before.name, externalId = before.externalId, domains = before.domains } = wanted;
    const added = domains.filter((domain) => !before.domains.includes(domain));
    refusePublic(domains, added);

    await refuseTaken(TAKEN, () => this.companies.save(companyId, { name, externalId, customFields, domains }));
    if (wanted.domains) await this.setDomains(actor, companyId, { domains, added });
    await this.outbox.add('company.updated', { companyId, actor: stampOf(actor), event: 'company.updated' });
  }

  private async setDomains(
    actor: Actor,
    companyId: number,
    { domains, added }: { domains: readonly string[]; added: readonly string[] },
  ): Promise<void> {
    await this.companies.setDomains(companyId, domains);
    if (added.length === 0) return;
    const [by, at] = [stampOf(actor), this.clock.now()];
    await this.companies.adoptCustomers(companyId, { domains: added, actor: by, at });
  }
}

function refusePublic(domains: readonly string[], added: readonly string[]): void {
  const errors = domains.flatMap((domain, index) =>
    added.includes(domain) && isPublicMailDomain(domain)
      ? [
          {
            path: `domains.${index}`,
            message: `Everybody can have an address at ${domain}; name a domain of their own.`,
          },
        ]
      : [],
  );
  if (errors.length > 0) throw new InvalidInput(errors);
}

const TAKEN = {
  companies_external_id_key: { path: 'externalId', message: 'Another company has this external id.' },
};
