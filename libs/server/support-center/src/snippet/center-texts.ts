import { Injectable } from '@nestjs/common';
import type { Actor, CenterText, ChangeCenterTexts } from '@bureau/contracts';
import { AuditLog, BrandRepository, servesBrand } from '@bureau/identity';
import { InvalidInput, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { SnippetRepository } from './snippet.repository.ts';
import { originalWords } from './snippets.ts';

interface Place {
  brandId: number;
  language: string;
}

/** What a brand's support center says, as administrators read and change it. */
@Injectable()
export class CenterTexts {
  constructor(
    private readonly repository: SnippetRepository,
    private readonly brands: BrandRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** By key. Throws brand.not-found. */
  async list(actor: Actor, { brandId, language }: Place): Promise<CenterText[]> {
    await this.nameOf(actor, brandId);
    const own = (await this.repository.own(brandId))[language] ?? {};
    return Object.entries(originalWords(language))
      .map(([key, original]) => ({ key, original, own: own[key] ?? null }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Throws brand.not-found, request.invalid naming a text that there is not. */
  async change(actor: Actor, change: Place & ChangeCenterTexts): Promise<CenterText[]> {
    const known = originalWords(change.language);
    const unknown = Object.keys(change.texts).filter((key) => !Object.hasOwn(known, key));
    if (unknown.length > 0) {
      throw new InvalidInput(unknown.map((key) => ({ path: `texts.${key}`, message: 'There is no such text.' })));
    }
    await this.save(actor, change);
    return this.list(actor, change);
  }

  @Transactional()
  protected async save(actor: Actor, { brandId, language, texts }: Place & ChangeCenterTexts): Promise<void> {
    const brand = await this.nameOf(actor, brandId);
    const own = (await this.repository.own(brandId))[language] ?? {};
    await this.repository.save({ brandId, language }, texts);
    await this.audit.record(actor, {
      ...{ noun: 'theme', id: brandId, name: `${brand} · ${language}`, action: 'changed' },
      before: Object.fromEntries(Object.keys(texts).map((key) => [key, own[key] ?? null])),
      after: texts,
    });
    await this.outbox.add('brand.changed', { brandId });
  }

  private async nameOf(actor: Actor, brandId: number): Promise<string> {
    const brand = servesBrand(actor, brandId) ? await this.brands.find(brandId) : null;
    if (!brand) throw new ProblemError('brand.not-found');
    return brand.name;
  }
}
