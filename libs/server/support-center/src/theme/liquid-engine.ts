import { Context, Liquid, toPromise, type Template } from 'liquidjs';
import { escapeHtml, SafeHtml } from './safe-html.ts';
import { text, THEME_FILTERS } from './theme-filters.ts';

/** What one page of a theme may cost. */
export const THEME_LIMITS = {
  /** Characters of all templates of a page. */
  source: 512 * 1024,
  /** Milliseconds, what is read from the database included. */
  time: 2_000,
  /** Values and characters handled by tags and filters. */
  memory: 20_000_000,
  /** Characters of a page. */
  output: 2 * 1024 * 1024,
};

/** A theme wrote more than a page may have. */
export class OutputTooLarge extends Error {
  override name = 'OutputTooLarge';
}

/** What is printed counts as memory, wherever it goes: a text that is captured and printed again grows without end. */
function outputEscape(this: { context: Context }, value: unknown): string {
  const written = value instanceof SafeHtml ? value.html : escapeHtml(printed(value));
  this.context.memoryLimit.use(written.length);
  return written;
}

const liquid = new Liquid({
  outputEscape,
  strictFilters: true,
  ownPropertyOnly: true,
  relativeReference: false,
  templates: {},
  parseLimit: THEME_LIMITS.source,
  renderLimit: THEME_LIMITS.time,
  memoryLimit: THEME_LIMITS.memory,
});

for (const [name, filter] of Object.entries(THEME_FILTERS)) liquid.registerFilter(name, filter);

/** Throws liquidjs' ParseError, which names line and column. */
export function parseTemplate(source: string): Template[] {
  return liquid.parse(source);
}

/** Throws liquidjs' RenderError, with the line, when the theme fails or costs too much. */
export async function renderTemplate(templates: Template[], objects: Record<string, unknown>): Promise<string> {
  const context = new Context(Object.assign(Object.create(null), objects), liquid.options, {});
  const emitter = new BoundedEmitter();
  await toPromise(liquid.renderer.renderTemplates(templates, context, emitter));
  return emitter.buffer;
}

class BoundedEmitter {
  buffer = '';

  write(html: unknown): void {
    const text = typeof html === 'string' ? html : printed(html);
    if (this.buffer.length + text.length > THEME_LIMITS.output) throw new OutputTooLarge('The page is too large.');
    this.buffer += text;
  }
}

/** A value as a theme prints it: lists one after the other, nothing for what is no text. */
function printed(value: unknown): string {
  return Array.isArray(value) ? value.map(printed).join('') : text(value);
}
