import { Injectable } from '@nestjs/common';
import { TemplateKind, type Actor, type Template } from '@bureau/contracts';
import { BUILT_IN_TEMPLATES } from '@bureau/domain';
import { BrandRepository } from '@bureau/identity';
import { ProblemError, RawJson } from '@bureau/platform';
import { TemplateRepository, type TemplatePlace, type WrittenTemplate } from './template.repository.ts';

/** Version of a place that nothing was written for. */
export const UNWRITTEN = 'none';

/** Which templates there are, and which words each place uses. */
@Injectable()
export class TemplatesQueries {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly brands: BrandRepository,
  ) {}

  /** Of the desk and of the brands that the actor serves, each kind once. */
  async list(actor: Actor): Promise<Template[]> {
    const [written, brands] = await Promise.all([this.templates.list(), this.brands.list(brandsOf(actor))]);
    const places = [null, ...brands.map(({ id }) => id)];
    return places.flatMap((brandId) => TemplateKind.options.map((kind) => presented({ kind, brandId }, written)));
  }

  /** Throws brand.not-found. */
  async read(actor: Actor, place: TemplatePlace): Promise<RawJson> {
    this.requireSight(actor, place.brandId);
    if (place.brandId !== null && !(await this.brands.find(place.brandId))) throw new ProblemError('brand.not-found');
    const used = await this.templates.findUsed(place);
    const template = presented(place, used ? [used] : []);
    return new RawJson(JSON.stringify(template), template.origin === 'own' && used ? used.version : UNWRITTEN);
  }

  /** A brand that the actor does not serve is none. Throws brand.not-found. */
  requireSight(actor: Actor, brandId: number | null): void {
    const served = brandsOf(actor);
    if (brandId !== null && served !== null && !served.includes(brandId)) throw new ProblemError('brand.not-found');
  }
}

function presented(place: TemplatePlace, written: readonly WrittenTemplate[]): Template {
  const ofKind = written.filter(({ kind }) => kind === place.kind);
  const own = ofKind.find(({ brandId }) => brandId === place.brandId);
  const used = own ?? ofKind.find(({ brandId }) => brandId === null);
  if (!used)
    return { ...place, ...BUILT_IN_TEMPLATES[place.kind], origin: 'built-in', updatedAt: null, updatedBy: null };
  const { subject, html, updatedAt, updatedBy } = used;
  return { ...place, subject, html, updatedAt, updatedBy, origin: own ? 'own' : 'desk' };
}

/** Null: every brand. */
function brandsOf(actor: Actor): number[] | null {
  switch (actor.kind) {
    case 'system':
    case 'sync':
    case 'rule':
      return null;
    case 'customer':
      return [];
    case 'user':
    case 'application':
      return actor.access.brandIds;
  }
}
