import { Injectable } from '@nestjs/common';
import type { Actor, Brand, ChangeBrand, CreateBrand } from '@bureau/contracts';
import { checkVersion, orTaken, ProblemError, Transactional, type RawJson } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { GuardRights } from '../role/guard-rights.ts';
import { BrandRepository } from './brand.repository.ts';

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
  ) {}

  list(actor: Actor): Promise<Brand[]> {
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
    const { id } = await orTaken('brand.slug-taken', () => this.brands.save(input));
    await this.audit.record(actor, { noun: 'brand', id, name: input.name, action: 'created', after: input });
    return this.read(actor, id);
  }

  /** Throws brand.not-found, brand.slug-taken, request.precondition-failed. */
  @Transactional()
  async change(actor: Actor, id: number, { input, ifMatch }: WantedChange): Promise<RawJson> {
    await this.read(actor, id);
    const brand = await this.brands.lock(id);
    if (!brand) throw new ProblemError('brand.not-found');
    const { version, ...before } = brand;
    checkVersion(version, ifMatch);
    const after = { ...before, ...input };
    await orTaken('brand.slug-taken', () => this.brands.update(id, input));
    await this.audit.record(actor, { noun: 'brand', id, name: after.name, action: 'changed', before, after });
    return this.read(actor, id);
  }
}

/** The brands that an actor sees; null means every one. */
function servedBy(actor: Actor): number[] | null {
  switch (actor.kind) {
    case 'system':
      return null;
    case 'customer':
      return [];
    case 'user':
    case 'application':
      return actor.access.brandIds;
  }
}
