import { Injectable } from '@nestjs/common';
import { OnEvent } from '@bureau/platform';
import { ENGLISH, type Words } from './english.ts';
import { GERMAN } from './german.ts';
import { SnippetRepository, type OwnTexts } from './snippet.repository.ts';

const FRESH_MS = 5_000;

/** What everybody says in a language; what no language has is English. */
export function originalWords(language: string): Words {
  return language.split('-')[0] === 'de' ? GERMAN : ENGLISH;
}

/** The words of pages, by brand and language, in memory. */
@Injectable()
export class Snippets {
  private readonly known = new Map<number, { readAt: number; own: OwnTexts; merged: Map<string, Words> }>();

  constructor(private readonly repository: SnippetRepository) {}

  /** Reads what the brand says of its own, when that is not known or old. */
  async ready(brandId: number): Promise<void> {
    const known = this.known.get(brandId);
    if (known && performance.now() - known.readAt < FRESH_MS) return;
    const own = await this.repository.own(brandId);
    this.known.set(brandId, { readAt: performance.now(), own, merged: new Map() });
  }

  /** All words in a language of a brand; its own where it has some. */
  of(brandId: number, language: string): Words {
    const known = this.known.get(brandId);
    if (!known) return originalWords(language);
    const words = known.merged.get(language) ?? { ...originalWords(language), ...known.own[language] };
    known.merged.set(language, words);
    return words;
  }

  @OnEvent('brand.changed', 'support-center.forget-texts')
  async onBrandChanged({ brandId }: { brandId: number }): Promise<void> {
    this.known.delete(brandId);
  }
}

/** A text with its places filled: `{0}`, `{1}` … in order. */
export function phrase(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
