import { anchorOf, nameOf, type ApiDocument, type Operation, type Parameter } from './document.ts';
import { html, inline, type Markup } from './markup.ts';
import { renderFields, renderType } from './render-schema.ts';

export interface PlacedOperation {
  method: string;
  path: string;
  operation: Operation;
}

/** One operation: its address and purpose, and what opens below them. */
export function renderOperation({ method, path, operation }: PlacedOperation, document: ApiDocument): Markup {
  const { operationId, summary, description } = operation;
  return html`<details class="operation" id="${anchorOf('operation', operationId)}">
    <summary>
      <h3>
        <span class="method ${method}">${method.toUpperCase()}</span> <code class="path">${path}</code>
        <span class="summary">${summary}</span>
      </h3>
    </summary>
    <p>${inline(description)}</p>
    ${parameters(operation, document)} ${body(operation)} ${answers(operation, document)}
  </details>`;
}

function parameters({ parameters: all, operationId }: Operation, { components }: ApiDocument): Markup {
  const known = all.flatMap((parameter): Parameter[] => {
    const found = '$ref' in parameter ? components.parameters[nameOf(parameter.$ref)] : parameter;
    return found ? [found] : [];
  });
  if (known.length === 0) return html``;
  const rows = known.map(
    ({ name, in: place, required, description, schema }) =>
      html`<tr>
        <th scope="row"><code>${name}</code></th>
        <td>${place}${required ? '' : ', optional'}</td>
        <td>${renderType(schema)} ${inline(description)}</td>
      </tr>`,
  );
  return html`<h4>Parameters</h4>
    <div class="scroll" tabindex="0" role="region" aria-label="Parameters of ${operationId}">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Where</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

function body({ requestBody }: Operation): Markup {
  const [[type, content] = []] = [Object.entries(requestBody?.content ?? {})[0]];
  if (!type) return html``;
  return html`<h4>Body <code>${type}</code></h4>
    ${content?.schema ? renderFields(content.schema) : html`<p>The bytes.</p>`}`;
}

function answers({ responses }: Operation, { components }: ApiDocument): Markup {
  const rows = Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, response]) => {
      const found = '$ref' in response ? components.responses[nameOf(response.$ref)] : response;
      const [content] = Object.values(found?.content ?? {});
      const isSuccess = status.startsWith('2');
      return html`<dt>${status}</dt>
        <dd>
          ${inline(found?.description ?? '')} ${isSuccess && content?.schema ? renderFields(content.schema) : ''}
        </dd>`;
    });
  return html`<h4>Answers</h4>
    <dl>${rows}</dl>`;
}
