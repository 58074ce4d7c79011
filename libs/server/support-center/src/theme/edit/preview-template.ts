import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Actor, PreviewThemeTemplate, ThemePreview, ThemeTemplateName } from '@bureau/contracts';
import { BrandDirectory, servesBrand, type BrandFace } from '@bureau/identity';
import { ProblemError } from '@bureau/platform';
import type { FastifyInstance } from 'fastify';
import { inLanguage } from '../../address/language-segment.ts';
import { parseTemplate } from '../liquid-engine.ts';
import { themeProblemOf } from '../theme-problem.ts';
import { EXAMPLE_VISITOR } from './example-data.ts';
import { ExamplePages } from './example-pages.ts';
import { EXAMPLES } from './examples.controller.ts';
import { DRAFT_HEADER, Drafts, type ThemeDraft } from './drafts.ts';

/** Where each template can be seen; what needs an article or a topic follows the links of the home page. */
const SHOWN_AT: Partial<Record<ThemeTemplateName, string>> = {
  page_search_result: '/customer/portal/articles/search?q=a',
  email_new: '/customer/portal/emails/new',
  question_new: '/customer/portal/questions/new',
  login: '/customer/login',
  registration: '/customer/registrations/new',
  forgot_password: '/customer/password_resets/new',
  error: '/customer/portal/no-such-page',
};

const LINK_TO: Partial<Record<ThemeTemplateName, RegExp[]>> = {
  page_topic: [/href="([^"]*\/portal\/topics\/[^"]+\/articles)"/],
  page_article: [/href="([^"]*\/portal\/topics\/[^"]+\/articles)"/, /href="([^"]*\/portal\/articles\/\d[^"]*)"/],
  question_show: [/href="([^"]*\/portal\/topics\/[^"]+\/questions)"/, /href="([^"]*\/portal\/questions\/\d[^"]*)"/],
};

const NOT_FOUND = 'No page that a guest can see uses this template yet; name the address of one.';

/** Draws a page with a template that nobody else sees yet: the desk asks itself for it, so that everything in it is real. */
@Injectable()
export class PreviewTemplate {
  constructor(
    private readonly drafts: Drafts,
    private readonly examples: ExamplePages,
    private readonly brands: BrandDirectory,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Throws brand.not-found. */
  async run(
    actor: Actor,
    { brandId, template, wish }: { brandId: number; template: ThemeTemplateName; wish: PreviewThemeTemplate },
  ): Promise<ThemePreview> {
    const brand = servesBrand(actor, brandId) ? this.brands.byId(brandId) : undefined;
    if (!brand) throw new ProblemError('brand.not-found');
    const onExamples = wish.path === undefined && this.examples.has(template);
    const draft = draftOf(brandId, template, wish.source);
    if (onExamples) draft.visitor = EXAMPLE_VISITOR;
    if (draft.problem) return { html: null, path: null, problem: draft.problem };

    const language = brand.languages.find((one) => one === wish.language) ?? brand.languages[0] ?? 'en';
    const path = onExamples ? `${EXAMPLES}/${template}` : (wish.path ?? (await this.pathFor(brand, template)));
    if (path === null) return { html: null, path, problem: { line: null, message: NOT_FOUND } };
    const html = await this.drafts.lend(draft, (name) =>
      this.load(`/support/${brand.slug}${inLanguage(path, language)}`, { [DRAFT_HEADER]: name }),
    );
    if (draft.problem) return { html: null, path, problem: draft.problem };
    if (!draft.used) return { html: null, path, problem: { line: null, message: NOT_FOUND } };
    return { html, path: onExamples ? null : path, problem: null };
  }

  private async pathFor({ slug }: BrandFace, template: ThemeTemplateName): Promise<string | null> {
    const steps = LINK_TO[template];
    if (!steps) return SHOWN_AT[template] ?? '/';
    const base = `/support/${slug}`;
    let address = base;
    for (const step of steps) {
      const found = step.exec(await this.load(address))?.[1];
      if (!found?.startsWith(base)) return null;
      address = found;
    }
    return address.slice(base.length);
  }

  private async load(url: string, headers: Record<string, string> = {}): Promise<string> {
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    const response = await server.inject({ method: 'GET', url, headers });
    return response.body;
  }
}

function draftOf(brandId: number, template: ThemeTemplateName, source: string): ThemeDraft {
  const draft: ThemeDraft = { brandId, template, templates: [], problem: null, visitor: null, used: false };
  try {
    draft.templates = parseTemplate(source);
  } catch (error) {
    draft.problem = themeProblemOf(error);
  }
  return draft;
}
