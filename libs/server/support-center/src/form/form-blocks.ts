import { html, SafeHtml } from '../theme/safe-html.ts';

/** A field of a form, as a theme prints it: label above, help below, what is wrong beside it. */
export interface FieldSpec {
  name: string;
  label: string;
  /** Where several forms of a page have a field of the same name; made of the name otherwise. */
  id?: string;
  value?: string;
  type?: 'text' | 'email' | 'password' | 'textarea' | 'date' | 'number' | 'checkbox' | 'select' | 'files';
  /** Of a select: value and words. */
  choices?: readonly { value: string; words: string }[];
  required?: boolean;
  /** Said behind the label of a field that may stay empty. */
  optional?: string;
  maxLength?: number;
  autocomplete?: string;
  help?: string;
  /** What is wrong with what was sent. */
  problem?: string | undefined;
}

export function fieldBlock(spec: FieldSpec): SafeHtml {
  const id = spec.id ?? idOf(spec.name);
  const wrong = spec.problem ? ' wrong' : '';
  const notes = [spec.help && `${id}-help`, spec.problem && `${id}-problem`].filter(Boolean).join(' ');
  const optional = spec.optional ? html` <span class="optional">(${spec.optional})</span>` : NOTHING;
  const help = spec.help ? html`<span class="help" id="${id}-help">${spec.help}</span>` : NOTHING;
  const problem = spec.problem ? html`<span class="problem" id="${id}-problem">${spec.problem}</span>` : NOTHING;
  const attributes = attributesOf(spec, { id, notes });
  if (spec.type === 'checkbox') {
    const checked = spec.value === 'true' ? new SafeHtml(' checked') : NOTHING;
    const control = html`<input type="checkbox" value="true"${attributes}${checked}>`;
    return html`<div class="field${wrong}"><label class="choice">${control} ${spec.label}</label>${help}${problem}</div>`;
  }
  const label = html`<label for="${id}">${spec.label}${optional}</label>`;
  return html`<div class="field${wrong}">${label}${controlOf(spec, attributes)}${help}${problem}</div>`;
}

/** What people do not see: carried along, and shown by nothing. */
export function hiddenFields(values: Readonly<Record<string, string>>): SafeHtml {
  const fields = Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return new SafeHtml(fields.join(''));
}

/** A field that a person leaves empty, because nobody sees it. */
export function trapBlock(name: string, label: string): SafeHtml {
  const field = html`<input type="text" name="${name}" value="" tabindex="-1" autocomplete="off">`;
  return html`<div class="trap" aria-hidden="true"><label>${label}${field}</label></div>`;
}

export function formBegin(action: string, { files = false }: { files?: boolean } = {}): SafeHtml {
  const coded = files ? new SafeHtml(' enctype="multipart/form-data"') : NOTHING;
  return html`<form class="form" method="post" action="${action}" accept-charset="utf-8"${coded}>`;
}

export const FORM_END = new SafeHtml('</form>');

/** The button that sends a form. */
export function submitBlock(words: string): SafeHtml {
  return html`<button type="submit">${words}</button>`;
}

/** What stands above a form that was not taken. */
export function problemBlock(words: string | null): SafeHtml {
  return words === null ? NOTHING : html`<div class="problems" role="alert"><p>${words}</p></div>`;
}

const NOTHING = new SafeHtml('');

function idOf(name: string): string {
  return name.replace(/[^a-z0-9]+/gi, '_').replace(/^_+|_+$/g, '');
}

function attributesOf(spec: FieldSpec, { id, notes }: { id: string; notes: string }): SafeHtml {
  const parts = [
    html` id="${id}" name="${spec.name}"`,
    spec.maxLength === undefined ? NOTHING : html` maxlength="${spec.maxLength}"`,
    spec.autocomplete === undefined ? NOTHING : html` autocomplete="${spec.autocomplete}"`,
    spec.required ? new SafeHtml(' required') : NOTHING,
    notes === '' ? NOTHING : html` aria-describedby="${notes}"`,
    spec.problem ? new SafeHtml(' aria-invalid="true"') : NOTHING,
  ];
  return new SafeHtml(parts.join(''));
}

function controlOf({ type = 'text', value = '', choices = [] }: FieldSpec, attributes: SafeHtml): SafeHtml {
  switch (type) {
    case 'textarea':
      // A browser drops the first line feed: what somebody began with an empty line keeps it.
      return html`<textarea rows="8"${attributes}>\n${value}</textarea>`;
    case 'select':
      return html`<select${attributes}>${new SafeHtml(choices.map((choice) => optionOf(choice, value)).join(''))}</select>`;
    case 'files':
      return html`<input type="file" multiple${attributes}>`;
    case 'password':
      return html`<input type="password"${attributes}>`;
    case 'number':
      return html`<input type="text" inputmode="numeric" value="${value}"${attributes}>`;
    default:
      return html`<input type="${type}" value="${value}"${attributes}>`;
  }
}

function optionOf({ value, words }: { value: string; words: string }, chosen: string): SafeHtml {
  const selected = value === chosen ? new SafeHtml(' selected') : NOTHING;
  return html`<option value="${value}"${selected}>${words}</option>`;
}
