import { Context, Liquid, toPromise, type Template } from 'liquidjs';
import { escapeHtml, SafeHtml } from './safe-html.ts';

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

const liquid = new Liquid({
  outputEscape: (value: unknown) => (value instanceof SafeHtml ? value.html : escapeHtml(textOf(value))),
  ownPropertyOnly: true,
  relativeReference: false,
  templates: {},
  parseLimit: THEME_LIMITS.source,
  renderLimit: THEME_LIMITS.time,
  memoryLimit: THEME_LIMITS.memory,
});

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
    const text = typeof html === 'string' ? html : textOf(html);
    if (this.buffer.length + text.length > THEME_LIMITS.output) throw new OutputTooLarge('The page is too large.');
    this.buffer += text;
  }
}

/** A value as a theme prints it: lists one after the other, nothing for what is not there. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof SafeHtml) return String(value);
  return '';
}
