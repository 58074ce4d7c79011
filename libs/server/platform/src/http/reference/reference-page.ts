import { createHash } from 'node:crypto';
import { anchorOf, ApiDocument } from './document.ts';
import { html, Markup, paragraphs } from './markup.ts';
import { REFERENCE_STYLE } from './reference-style.ts';
import { renderOperation, type PlacedOperation } from './render-operation.ts';
import { renderFields } from './render-schema.ts';

/** Byte for byte what the policy allows, so no part of a template that is formatted. */
const STYLE = new Markup(`<style>${REFERENCE_STYLE}</style>`);

/** The page may be styled by its own style, and do nothing else: there is no script, and nothing comes from elsewhere. */
export const REFERENCE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(REFERENCE_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The reference of the API as one page, made of its OpenAPI document. */
export function renderReference(description: unknown): string {
  const document = ApiDocument.parse(description);
  const { info, tags, servers } = document;
  const sections = tags.map(({ name }) => ({ name, operations: operationsOf(document, name) }));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title} API ${info.version}</title>
        ${STYLE}
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <div class="page">
          <nav aria-label="Contents">${contents(sections)}</nav>
          <main id="content">
            <h1>${info.title} API ${info.version}</h1>
            <p>
              Below <code>${servers[0]?.url ?? ''}</code>. For programs:
              <a href="/api/v3/openapi.json">OpenAPI 3.1 description</a>.
            </p>
            ${paragraphs(info.description)} ${sections.map((section) => renderSection(section, document))}
            ${renderShapes(document)} ${renderProblems(document)}
          </main>
        </div>
      </body>
    </html>`;
  return page.text;
}

interface Section {
  name: string;
  operations: PlacedOperation[];
}

function operationsOf({ paths }: ApiDocument, tag: string): PlacedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation.tags.includes(tag) ? [{ method, path, operation }] : [],
    ),
  );
}

function contents(sections: Section[]): Markup {
  const links = sections.map(({ name }) => html`<li><a href="#${anchorOf('section', name)}">${titleOf(name)}</a></li>`);
  return html`<ul>
    ${links}
    <li><a href="#shapes">Shapes</a></li>
    <li><a href="#problems">Problems</a></li>
  </ul>`;
}

function renderSection({ name, operations }: Section, document: ApiDocument): Markup {
  return html`<section aria-labelledby="${anchorOf('section', name)}">
    <h2 id="${anchorOf('section', name)}">${titleOf(name)}</h2>
    ${operations.map((operation) => renderOperation(operation, document))}
  </section>`;
}

function renderShapes({ components }: ApiDocument): Markup {
  const shapes = Object.entries(components.schemas).map(
    ([name, schema]) =>
      html`<article class="shape" id="${anchorOf('schema', name)}">
        <h3>${name}</h3>
        ${renderFields(schema)}
      </article>`,
  );
  return html`<section aria-labelledby="shapes">
    <h2 id="shapes">Shapes</h2>
    ${shapes}
  </section>`;
}

function renderProblems(document: ApiDocument): Markup {
  const rows = Object.entries(document['x-problem-codes']).map(
    ([code, { status, message }]) =>
      html`<tr>
        <th scope="row"><code>${code}</code></th>
        <td>${status}</td>
        <td>${message}</td>
      </tr>`,
  );
  return html`<section aria-labelledby="problems">
    <h2 id="problems">Problems</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="All problem codes">
      <table>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Status</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** `systemLog` → `System log`. */
function titleOf(noun: string): string {
  const words = noun.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
