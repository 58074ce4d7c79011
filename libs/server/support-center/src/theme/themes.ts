import { Injectable } from '@nestjs/common';
import type { ThemeTemplateName } from '@bureau/contracts';
import { OnEvent } from '@bureau/platform';
import type { Template } from 'liquidjs';
import { ThemeRepository } from './edit/theme.repository.ts';
import { parseTemplate } from './liquid-engine.ts';
import { DEFAULT_TEMPLATES } from './theme-pages.ts';

/** A template, ready to be drawn. */
export interface ReadyTemplate {
  templates: Template[];
  isOwn: boolean;
}

interface KnownTheme {
  readAt: number;
  own: Map<string, ReadyTemplate>;
}

/** How long, in milliseconds, a theme is believed to be what it was: other processes see a change then. */
const FRESH_MS = 5_000;

/** The themes of all brands, parsed once. */
@Injectable()
export class Themes {
  private readonly known = new Map<number, KnownTheme>();

  constructor(private readonly repository: ThemeRepository) {}

  /** The brand's own template, else that of the default theme. */
  async template(brandId: number, name: ThemeTemplateName): Promise<ReadyTemplate> {
    return (await this.themeOf(brandId)).own.get(name) ?? defaultTemplate(name);
  }

  @OnEvent('brand.changed', 'support-center.forget-theme')
  async onBrandChanged({ brandId }: { brandId: number }): Promise<void> {
    this.known.delete(brandId);
  }

  private async themeOf(brandId: number): Promise<KnownTheme> {
    const known = this.known.get(brandId);
    if (known && performance.now() - known.readAt < FRESH_MS) return known;
    const own = new Map<string, ReadyTemplate>();
    for (const { template, source } of await this.repository.own(brandId)) {
      if (source !== null) own.set(template, { templates: parseTemplate(source), isOwn: true });
    }
    const read = { readAt: performance.now(), own };
    this.known.set(brandId, read);
    return read;
  }
}

const parsed = new Map<ThemeTemplateName, ReadyTemplate>();

export function defaultTemplate(name: ThemeTemplateName): ReadyTemplate {
  const known = parsed.get(name) ?? { templates: parseTemplate(DEFAULT_TEMPLATES[name] ?? ''), isOwn: false };
  parsed.set(name, known);
  return known;
}
