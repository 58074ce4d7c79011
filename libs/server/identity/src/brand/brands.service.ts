import { Injectable } from '@nestjs/common';
import type { Actor, BrandDetails, ChangeBrand, CreateBrand } from '@bureau/contracts';
import { checkPlaceholders } from '@bureau/domain';
import {
  checkVersion,
  InvalidInput,
  orTaken,
  Outbox,
  ProblemError,
  Transactional,
  type RawJson,
} from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { GuardRights } from '../role/guard-rights.ts';
import { BrandRepository } from './brand.repository.ts';
import { servedBy } from './served-by.ts';

interface WantedChange {
  input: ChangeBrand;
  ifMatch: string | null;
}

/** The faces of the company. To whoever serves only some of them, the others do not exist. */
@Injectable()
export class BrandsService {
  constructor(
    private readonly brands: BrandRepository,
    private readonly guard: GuardRights,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  list(actor: Actor): Promise<BrandDetails[]> {
    return this.brands.list(servedBy(actor));
  }

  /** Throws brand.not-found. */
  async read(actor: Actor, id: number): Promise<RawJson> {
    const served = servedBy(actor);
    const brand = served === null || served.includes(id) ? await this.brands.read(id) : undefined;
    if (!brand) throw new ProblemError('brand.not-found');
    return brand;
  }

  /** Throws brand.slug-taken, rights.exceeded for somebody who does not serve every brand. */
  @Transactional()
  async create(actor: Actor, input: CreateBrand): Promise<RawJson> {
    this.guard.overSight(await this.guard.rightsOf(actor), { brandIds: null });
    refuseUnreadable(input.signature);
    const { id } = await orTaken('brand.slug-taken', () => this.brands.save(input));
    await this.audit.record(actor, { noun: 'brand', id, name: input.name, action: 'created', after: input });
    await this.outbox.add('brand.changed', { brandId: id });
    return this.read(actor, id);
  }

  /** Throws brand.not-found, brand.slug-taken, request.precondition-failed, request.invalid (a mailbox of another brand). */
  @Transactional()
  async change(actor: Actor, id: number, { input, ifMatch }: WantedChange): Promise<RawJson> {
    await this.read(actor, id);
    if (input.signature !== undefined) refuseUnreadable(input.signature);
    const brand = await this.brands.lock(id);
    if (!brand) throw new ProblemError('brand.not-found');
    const { version, ...before } = brand;
    checkVersion(version, ifMatch);
    await this.checkMailbox(id, input.defaultMailboxId);
    const after = { ...before, ...input };
    await orTaken('brand.slug-taken', () => this.brands.update(id, input));
    await this.audit.record(actor, { noun: 'brand', id, name: after.name, action: 'changed', before, after });
    await this.outbox.add('brand.changed', { brandId: id });
    return this.read(actor, id);
  }

  /** Throws brand.not-found, brand.in-use (with the counts of what belongs to it). */
  @Transactional()
  async remove(actor: Actor, id: number): Promise<void> {
    await this.read(actor, id);
    const brand = await this.brands.lock(id);
    if (!brand) throw new ProblemError('brand.not-found');
    const belongings = await this.brands.belongings(id);
    if (Object.values(belongings).some((count) => count > 0)) throw new ProblemError('brand.in-use', { ...belongings });
    await this.brands.remove(id);
    const { version: _, ...before } = brand;
    await this.audit.record(actor, { noun: 'brand', id, name: brand.name, action: 'deleted', before });
    await this.outbox.add('brand.changed', { brandId: id });
  }

  private async checkMailbox(id: number, mailboxId: number | null | undefined): Promise<void> {
    if (!mailboxId || (await this.brands.hasMailbox(id, mailboxId))) return;
    throw new InvalidInput([{ path: 'defaultMailboxId', message: 'Choose a mailbox of this brand.' }]);
  }
}

/** Throws request.invalid naming each placeholder that a signature cannot hold. */
function refuseUnreadable(signature: string): void {
  const problems = checkPlaceholders(signature, { place: 'signature', customFields: null });
  if (problems.length > 0) throw new InvalidInput(problems.map((message) => ({ path: 'signature', message })));
}
