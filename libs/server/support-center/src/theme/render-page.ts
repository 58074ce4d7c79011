import { Injectable } from '@nestjs/common';
import type { PageAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { CommonObjects } from './common-objects.ts';
import { parseTemplate, renderTemplate } from './liquid-engine.ts';
import { renderAssets } from './render-assets.ts';
import { renderHead } from './render-head.ts';
import { SafeHtml } from './safe-html.ts';
import { DEFAULT_LAYOUT, DEFAULT_PAGES, type ThemePage } from './theme-pages.ts';

/** Draws a page in its brand's theme: the template of the page, inside the layout. */
@Injectable()
export class RenderPage {
  constructor(private readonly common: CommonObjects) {}

  /** Throws when the theme fails. */
  async run(answer: PageAnswer, center: CenterRequest): Promise<string> {
    const objects = { ...(await this.common.of(center, answer.page)), title: answer.title, ...answer.objects };
    const content = await renderTemplate(templateOf(answer.page), objects);
    return renderTemplate(LAYOUT, {
      ...objects,
      page_head: renderHead(answer, center),
      page_assets: renderAssets(center),
      page_content: new SafeHtml(content),
    });
  }
}

const LAYOUT = parseTemplate(DEFAULT_LAYOUT);
const parsed = new Map<ThemePage, ReturnType<typeof parseTemplate>>();

function templateOf(page: ThemePage): ReturnType<typeof parseTemplate> {
  const known = parsed.get(page) ?? parseTemplate(DEFAULT_PAGES[page]);
  parsed.set(page, known);
  return known;
}
