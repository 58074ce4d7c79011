import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type WriteTemplate as Words } from '@bureau/contracts';
import { AuditLog, BrandRepository, GuardRights } from '@bureau/identity';
import { checkVersion, ProblemError, Transactional, type RawJson } from '@bureau/platform';
import { SafeTemplate } from './safe-template.ts';
import { TemplateRepository, type TemplatePlace } from './template.repository.ts';
import { TemplatesQueries, UNWRITTEN } from './templates.queries.ts';

/** Writes the template of a brand, or of every brand that has none of its own, or gives it up. */
@Injectable()
export class WriteTemplate {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly queries: TemplatesQueries,
    private readonly brands: BrandRepository,
    private readonly safe: SafeTemplate,
    private readonly guard: GuardRights,
    private readonly audit: AuditLog,
  ) {}

  /** Throws brand.not-found, rights.exceeded for the desk's by whoever serves some brands, request.invalid, request.precondition-failed. */
  @Transactional()
  async run(
    actor: Actor,
    { place, words, ifMatch }: { place: TemplatePlace; words: Words; ifMatch: string | null },
  ): Promise<RawJson> {
    const name = await this.nameOf(actor, place);
    const { subject, html } = await this.safe.from(place.kind, words);
    const before = await this.templates.lockOwn(place);
    checkVersion(before?.version ?? UNWRITTEN, ifMatch);
    await this.templates.save(place, { subject, html, userId: userIdOf(actor) ?? null });
    await this.audit.record(actor, {
      ...{ noun: 'template', id: null, name, action: before ? 'changed' : 'created', after: { subject, html } },
      ...(before ? { before: { subject: before.subject, html: before.html } } : {}),
    });
    return this.queries.read(actor, place);
  }

  /** The desk's words are used again, or those that Bureau brings. Throws as {@link run}. */
  @Transactional()
  async reset(actor: Actor, place: TemplatePlace): Promise<RawJson> {
    const name = await this.nameOf(actor, place);
    const before = await this.templates.lockOwn(place);
    if (before) {
      await this.templates.remove(place);
      const { subject, html } = before;
      await this.audit.record(actor, {
        noun: 'template',
        id: null,
        name,
        action: 'deleted',
        before: { subject, html },
      });
    }
    return this.queries.read(actor, place);
  }

  /** What the log calls it, once it is clear that the actor may write it. */
  private async nameOf(actor: Actor, { kind, brandId }: TemplatePlace): Promise<string> {
    this.queries.requireSight(actor, brandId);
    if (brandId === null) {
      this.guard.overSight(await this.guard.rightsOf(actor), { brandIds: null });
      return kind;
    }
    const brand = await this.brands.find(brandId);
    if (!brand) throw new ProblemError('brand.not-found');
    return `${kind} (${brand.name})`;
  }
}
