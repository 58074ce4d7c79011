import { Injectable } from '@nestjs/common';
import type { ThemeTemplateName } from '@bureau/contracts';
import type { PageAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { CommonObjects } from './common-objects.ts';
import { renderTemplate } from './liquid-engine.ts';
import { once, type LiquidObjects } from './liquid-objects.ts';
import { renderAssets } from './render-assets.ts';
import { renderHead } from './render-head.ts';
import { SafeHtml } from './safe-html.ts';
import { ThemeFailures } from './theme-failures.ts';
import { themeProblemOf } from './theme-problem.ts';
import { defaultTemplate, Themes, type ReadyTemplate } from './themes.ts';

type Draw = (name: ThemeTemplateName, objects: LiquidObjects) => Promise<SafeHtml>;

/** Draws a page in its brand's theme: the template of the page, inside the layout. */
@Injectable()
export class RenderPage {
  constructor(
    private readonly common: CommonObjects,
    private readonly themes: Themes,
    private readonly failures: ThemeFailures,
  ) {}

  /** Throws when a template fails or costs too much; the administrator is told which. */
  run(answer: PageAnswer, center: CenterRequest): Promise<string> {
    return this.draw(answer, center, (name, objects) => this.drawTemplate(name, { center, objects }));
  }

  /** The same with nothing but the default theme: for what must be said when the theme itself is broken. */
  plain(answer: PageAnswer, center: CenterRequest): Promise<string> {
    return this.draw(answer, center, async (name, objects) => {
      return new SafeHtml(await renderTemplate(defaultTemplate(name).templates, objects));
    });
  }

  private async draw(answer: PageAnswer, center: CenterRequest, draw: Draw): Promise<string> {
    const objects: LiquidObjects = {
      ...(await this.common.of(center, answer.page)),
      title: answer.title,
      ...answer.objects,
    };
    const parts = {
      header_content: once(() => draw('header', objects)),
      footer_content: once(() => draw('footer', objects)),
      contact_us_content: once(() => draw('contact_us', objects)),
      layout: 'layout',
    };
    const whole = withParts(objects, { theme: parts, content: contentOf(answer.objects) });
    const page_content = await draw(answer.page, whole);
    const frame = {
      ...whole,
      page_head: renderHead(answer, center),
      page_assets: renderAssets(center),
      page_content,
    };
    return (await draw('layout', frame)).html;
  }

  private async drawTemplate(
    name: ThemeTemplateName,
    { center, objects }: { center: CenterRequest; objects: LiquidObjects },
  ): Promise<SafeHtml> {
    const { draft, brand } = center;
    const ready: ReadyTemplate =
      draft?.template === name
        ? { templates: draft.templates, isOwn: true }
        : await this.themes.template(brand.id, name);
    try {
      if (draft?.template === name) draft.used = true;
      return new SafeHtml(await renderTemplate(ready.templates, objects));
    } catch (thrown) {
      if (draft?.template === name) draft.problem ??= themeProblemOf(thrown);
      else if (ready.isOwn) await this.failures.report({ brand, template: name, thrown });
      throw thrown;
    }
  }
}

/** `desk.page.content`: what a page is about, under the names that old themes have for it. */
function contentOf(objects: LiquidObjects): LiquidObjects {
  const { case: supportCase, cases, more_cases_block } = objects;
  return { form: objects, case: supportCase, cases, more_cases_block };
}

/** `desk.page` with what the theme has drawn of itself, each when a template asks for it. */
function withParts(
  objects: LiquidObjects,
  { theme, content }: { theme: LiquidObjects; content: LiquidObjects },
): LiquidObjects {
  const desk = fieldsOf(objects['desk']);
  const page = fieldsOf(desk['page']);
  const whole = { ...page, content, theme: { ...fieldsOf(page['theme']), ...theme } };
  return { ...objects, desk: { ...desk, page: whole } };
}

function fieldsOf(value: unknown): LiquidObjects {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
