import { Injectable } from '@nestjs/common';
import type { Actor, WriteSurvey } from '@bureau/contracts';
import { AuditLog, BrandRepository } from '@bureau/identity';
import { checkVersion, ProblemError, Transactional, type RawJson } from '@bureau/platform';
import { SurveyRepository } from './survey.repository.ts';

/** What brands ask their customers. To whoever serves only some brands, the others do not exist. */
@Injectable()
export class SurveysService {
  constructor(
    private readonly surveys: SurveyRepository,
    private readonly brands: BrandRepository,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor): Promise<RawJson> {
    return this.surveys.list(brandsSeenBy(actor));
  }

  /** Throws brand.not-found. */
  async read(actor: Actor, brandId: number): Promise<RawJson> {
    const survey = sees(actor, brandId) ? await this.surveys.read(brandId) : undefined;
    if (!survey) throw new ProblemError('brand.not-found');
    return survey;
  }

  /** Throws brand.not-found, request.precondition-failed. */
  @Transactional()
  async write(
    actor: Actor,
    brandId: number,
    { survey, ifMatch }: { survey: WriteSurvey; ifMatch: string | null },
  ): Promise<RawJson> {
    const brand = sees(actor, brandId) ? await this.brands.lock(brandId) : undefined;
    if (!brand) throw new ProblemError('brand.not-found');
    const { version, ...before } = await this.surveys.of(brandId);
    checkVersion(version, ifMatch);

    await this.surveys.write(brandId, survey);
    const entry = { noun: 'survey', id: brandId, name: brand.name } as const;
    await this.audit.record(
      actor,
      version === ''
        ? { ...entry, action: 'created', after: { ...survey } }
        : { ...entry, action: 'changed', before, after: { ...survey } },
    );
    return this.read(actor, brandId);
  }
}

/** The brands that somebody sees; null means every one. */
function brandsSeenBy(actor: Actor): number[] | null {
  return 'access' in actor ? actor.access.brandIds : null;
}

function sees(actor: Actor, brandId: number): boolean {
  return brandsSeenBy(actor)?.includes(brandId) ?? true;
}
