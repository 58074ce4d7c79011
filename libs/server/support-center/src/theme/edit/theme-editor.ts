import { Injectable } from '@nestjs/common';
import {
  ThemeTemplateName,
  type Actor,
  type ThemeTemplate,
  type ThemeTemplateSource,
  type ThemeVersion,
} from '@bureau/contracts';
import { AuditLog, BrandRepository, servesBrand } from '@bureau/identity';
import { InvalidInput, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { parseTemplate } from '../liquid-engine.ts';
import { DEFAULT_TEMPLATES } from '../theme-pages.ts';
import { themeProblemOf } from '../theme-problem.ts';
import { ThemeRepository, type OwnTemplate } from './theme.repository.ts';

interface Named {
  brandId: number;
  template: ThemeTemplateName;
}

/** The templates of a brand's theme, as administrators read and write them. */
@Injectable()
export class ThemeEditor {
  constructor(
    private readonly repository: ThemeRepository,
    private readonly brands: BrandRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** Throws brand.not-found. */
  async list(actor: Actor, brandId: number): Promise<ThemeTemplate[]> {
    await this.nameOf(actor, brandId);
    const own = new Map((await this.repository.own(brandId)).map((item) => [item.template, item]));
    return ThemeTemplateName.options
      .filter((name) => DEFAULT_TEMPLATES[name] !== undefined)
      .map((name) => presentTemplate(name, own.get(name)));
  }

  /** Throws brand.not-found. */
  async read(actor: Actor, { brandId, template }: Named): Promise<ThemeTemplateSource> {
    await this.nameOf(actor, brandId);
    const own = await this.repository.ownTemplate(brandId, template);
    const original = DEFAULT_TEMPLATES[template] ?? '';
    return { ...presentTemplate(template, own), source: own?.source ?? original, original };
  }

  /** Throws brand.not-found. */
  async versions(actor: Actor, { brandId, template }: Named): Promise<ThemeVersion[]> {
    await this.nameOf(actor, brandId);
    return this.repository.versions(brandId, template);
  }

  /** Throws brand.not-found, request.invalid (with the line that cannot be read). */
  async save(actor: Actor, named: Named, source: string | null): Promise<ThemeTemplateSource> {
    if (source !== null) refuseUnreadable(source);
    await this.write(actor, named, source);
    return this.read(actor, named);
  }

  @Transactional()
  protected async write(actor: Actor, { brandId, template }: Named, source: string | null): Promise<void> {
    const brand = await this.nameOf(actor, brandId);
    const before = (await this.repository.ownTemplate(brandId, template))?.source ?? null;
    if (before === source) return;
    await this.repository.add(actor, { brandId, template, source });
    await this.audit.record(actor, {
      ...{ noun: 'theme', id: brandId, name: `${brand} · ${template}`, action: 'changed' },
      before: { source: before },
      after: { source },
    });
    await this.outbox.add('brand.changed', { brandId });
  }

  private async nameOf(actor: Actor, brandId: number): Promise<string> {
    const brand = servesBrand(actor, brandId) ? await this.brands.find(brandId) : null;
    if (!brand) throw new ProblemError('brand.not-found');
    return brand.name;
  }
}

function presentTemplate(name: ThemeTemplateName, own: OwnTemplate | undefined): ThemeTemplate {
  return {
    name,
    isOwn: (own?.source ?? null) !== null,
    version: own?.version ?? 0,
    changed: own?.changed ?? null,
  };
}

/** Throws request.invalid naming the line. */
export function refuseUnreadable(source: string): void {
  try {
    parseTemplate(source);
  } catch (error) {
    const { line, message } = themeProblemOf(error);
    throw new InvalidInput([{ path: 'source', message: line === null ? message : `Line ${line}: ${message}` }]);
  }
}
