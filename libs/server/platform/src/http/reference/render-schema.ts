import { z } from 'zod';
import { anchorOf, nameOf, type Schema } from './document.ts';
import { html, type Markup } from './markup.ts';

const Schemas = z.array(z.record(z.string(), z.unknown()));
const Properties = z.record(z.string(), z.record(z.string(), z.unknown()));
const Words = z.array(z.string());

/** Deeper than this nobody reads a type in one line. */
const DEEPEST = 4;

/** A type in one line, with links to the shapes that have a name. */
export function renderType(schema: Schema, depth = 0): Markup {
  const { $ref, anyOf, oneOf, items, type } = schema;
  if (typeof $ref === 'string') return html`<a href="#${anchorOf('schema', nameOf($ref))}">${nameOf($ref)}</a>`;
  if ('const' in schema) return html`<code>${JSON.stringify(schema['const'])}</code>`;
  if (schema['enum']) return html`${choicesOf(schema['enum'])}`;
  const union = Schemas.safeParse(anyOf ?? oneOf);
  if (union.success) return joined(union.data.map((one) => renderType(one, depth + 1)));
  if (type === 'array') return html`array of ${renderItems(items, depth)}`;
  if (type === 'object' && schema['properties'] && depth > 0 && depth < DEEPEST) return renderFields(schema, depth);
  return html`${plainType(schema)}`;
}

/** The fields of an object, each with its type. */
export function renderFields(schema: Schema, depth = 0): Markup {
  const properties = Properties.safeParse(schema['properties']);
  if (!properties.success) return html`<p>${renderType(schema, depth)}</p>`;
  const required = Words.catch([]).parse(schema['required']);
  const rows = Object.entries(properties.data).map(
    ([name, property]) =>
      html`<li>
        <code>${name}</code>${required.includes(name) ? '' : html`<span class="optional"> optional</span>`}
        <span class="type">${renderType(property, depth + 1)}${limitsOf(property)}</span>
      </li>`,
  );
  return html`<ul class="fields">
    ${rows}
  </ul>`;
}

function renderItems(items: unknown, depth: number): Markup {
  const parsed = z.record(z.string(), z.unknown()).safeParse(items);
  return parsed.success ? renderType(parsed.data, depth + 1) : html`anything`;
}

function choicesOf(choices: unknown): Markup[] {
  const values = z.array(z.unknown()).parse(choices);
  return [joined(values.map((value) => html`<code>${JSON.stringify(value)}</code>`))];
}

function joined(parts: Markup[]): Markup {
  return html`${parts.map((part, index) => (index === 0 ? part : html` | ${part}`))}`;
}

function plainType({ type, format }: Schema): string {
  if (format === 'date-time') return 'time';
  if (format === 'email') return 'e-mail address';
  return typeof type === 'string' ? type : 'anything';
}

function limitsOf(schema: Schema): Markup {
  const { minLength, maxLength, minimum, maximum, maxItems } = schema;
  const limits = [
    ...(minLength === 1 ? ['not empty'] : []),
    ...(typeof minLength === 'number' && minLength > 1 ? [`at least ${minLength} characters`] : []),
    ...(typeof maxLength === 'number' ? [`at most ${maxLength} characters`] : []),
    ...(typeof minimum === 'number' && minimum > Number.MIN_SAFE_INTEGER ? [`from ${minimum}`] : []),
    ...(typeof maximum === 'number' && maximum < Number.MAX_SAFE_INTEGER ? [`to ${maximum}`] : []),
    ...(typeof maxItems === 'number' ? [`at most ${maxItems}`] : []),
    ...('default' in schema ? [`by default ${JSON.stringify(schema['default'])}`] : []),
  ];
  return limits.length === 0 ? html`` : html`<span class="limits">, ${limits.join(', ')}</span>`;
}
