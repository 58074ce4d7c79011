import { Injectable } from '@nestjs/common';
import { OnEvent } from '@bureau/platform';

/** A page as it is sent. */
export interface KeptPage {
  body: Buffer;
  etag: string;
  status: number;
  headers: Record<string, string>;
  /** The pattern that it was routed by, for measures. */
  route: string;
  /** To be called when it is sent. */
  shown?: (() => void) | undefined;
}

interface Entry extends KeptPage {
  /** `performance.now()` at which it is too old. */
  until: number;
}

/** Bytes of one process for all brands together. */
const CAPACITY = 64 * 1024 * 1024;

/** Pages that every guest sees alike, in memory, the longest unused one forgotten first. */
@Injectable()
export class PageCache {
  private readonly brands = new Map<number, Map<string, Entry>>();
  private size = 0;

  find(brandId: number, key: string): KeptPage | undefined {
    const pages = this.brands.get(brandId);
    const entry = pages?.get(key);
    if (!pages || !entry) return undefined;
    this.drop(pages, key, entry);
    if (entry.until < performance.now()) return undefined;
    this.put(pages, key, entry);
    return entry;
  }

  keep(brandId: number, key: string, { page, seconds }: { page: KeptPage; seconds: number }): void {
    const pages = this.brands.get(brandId) ?? new Map<string, Entry>();
    this.brands.set(brandId, pages);
    const known = pages.get(key);
    if (known) this.drop(pages, key, known);
    this.put(pages, key, { ...page, until: performance.now() + seconds * 1000 });
    this.makeRoom();
  }

  /** Something public of this brand changed. What another process changed is seen when the page's seconds are over. */
  forget(brandId: number): void {
    for (const [key, entry] of this.brands.get(brandId) ?? []) this.drop(this.brands.get(brandId), key, entry);
  }

  @OnEvent('brand.changed', 'support-center.forget-pages')
  async onBrandChanged({ brandId }: { brandId: number }): Promise<void> {
    this.forget(brandId);
  }

  private put(pages: Map<string, Entry>, key: string, entry: Entry): void {
    pages.set(key, entry);
    this.size += entry.body.length + key.length;
  }

  private drop(pages: Map<string, Entry> | undefined, key: string, entry: Entry): void {
    if (pages?.delete(key)) this.size -= entry.body.length + key.length;
  }

  /** The brand with the most pages gives: one that is asked for everything does not push the others out. */
  private makeRoom(): void {
    while (this.size > CAPACITY) {
      const [pages] = [...this.brands.values()].sort((a, b) => b.size - a.size);
      const [oldest] = pages ?? [];
      if (!pages || !oldest) return;
      this.drop(pages, ...oldest);
    }
  }
}
