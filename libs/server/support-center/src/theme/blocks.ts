import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import { html, SafeHtml } from './safe-html.ts';

/** One field of a form, as the blocks draw it. */
export interface FieldBlock {
  /** The flat name: `interaction[email]`. */
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'url' | 'number' | 'date' | 'file' | 'textarea';
  value?: string;
  required?: boolean;
  /** Characters. */
  maxLength?: number;
  help?: string;
  /** What is wrong with it; takes the place of the help. */
  problem?: string | undefined;
  autocomplete?: string;
  rows?: number;
}

/** Label above, help below, the problem in its place: one field with everything that belongs to it. */
export function fieldBlock(field: FieldBlock, words: Pick<Words, 'optional'>): SafeHtml {
  const id = field.name.replace(/[^\w-]+/g, '_').replace(/_+$/, '');
  const below = field.problem ?? field.help;
  const optional = field.required ? '' : html` <span class="optional">(${words.optional})</span>`;
  return html`<div class="field${field.problem ? ' wrong' : ''}">
    <label for="${id}">${field.label}${optional}</label> ${controlOf(field, { id, described: below !== undefined })}${
      below === undefined
        ? ''
        : html`<span class="${field.problem ? 'problem' : 'help'}" id="${id}-help">${below}</span>`
    }
  </div>`;
}

function controlOf(field: FieldBlock, { id, described }: { id: string; described: boolean }): SafeHtml {
  const { name, type = 'text', value = '', maxLength, rows = 8 } = field;
  const attributes = new SafeHtml(
    [
      html`id="${id}" name="${name}"`,
      ...(field.required ? [html`required`] : []),
      ...(maxLength ? [html`maxlength="${maxLength}"`] : []),
      ...(field.autocomplete ? [html`autocomplete="${field.autocomplete}"`] : []),
      ...(described ? [html`aria-describedby="${id}-help"`] : []),
      ...(field.problem ? [html`aria-invalid="true"`] : []),
    ].join(' '),
  );
  if (type === 'textarea') return html`<textarea ${attributes} rows="${rows}">${value}</textarea>`;
  if (type === 'file') return html`<input type="file" ${attributes} />`;
  return html`<input type="${type}" ${attributes} value="${value}" />`;
}

/** `form_begin`: where it is sent, whether files come along. End it with {@link FORM_END}. */
export function formBegin(action: string, { files = false, id = '' }: { files?: boolean; id?: string } = {}): SafeHtml {
  const multipart = files ? html` enctype="multipart/form-data"` : '';
  return html`<form class="form" method="post" action="${action}"${multipart}${id ? html` id="${id}"` : ''}>`;
}

export const FORM_END = new SafeHtml('</form>');

export function hiddenField(name: string, value: string): SafeHtml {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

export function submitButton(label: string): SafeHtml {
  return html`<p class="actions form-actions"><button type="submit">${label}</button></p>`;
}

/** The search of every page, with the words that were searched for. */
export function searchBlocks(center: CenterRequest, words: Words): Record<string, SafeHtml> {
  const action = center.link('/customer/portal/articles/search');
  const begin = (kind: string) =>
    html`<form
      class="search ${kind}"
      role="search"
      method="get"
      action="${action}"
      data-autocomplete="${center.link('/customer/portal/articles/autocomplete')}"
    >`;
  return {
    search_form_begin: begin('bar-search'),
    search_form_begin_large: begin('large'),
    search_form_end: FORM_END,
    search_field: html`<input
      type="search"
      name="q"
      value="${center.query['q'] ?? ''}"
      maxlength="200"
      placeholder="${words.search_placeholder}"
      aria-label="${words.search_placeholder}"
      autocomplete="off"
    />`,
    submit_search: html`<button class="button" type="submit">${words.search}</button>`,
    hidden_parameters: hiddenField('b_id', String(center.brand.id)),
  };
}

/** The same page in the other languages of the brand; nothing where there is one language only. */
export function languagesBlock(center: CenterRequest): SafeHtml {
  const { brand, language } = center;
  if (brand.languages.length < 2) return new SafeHtml('');
  const links = brand.languages.map((one) => {
    const here = one === language ? html` aria-current="true"` : '';
    return html`<a href="${center.inLanguage(one)}" lang="${one}" hreflang="${one}" ${here}>${nameOf(one)}</a>`;
  });
  return html`<nav class="languages" aria-label="${nameOf(language)}">${new SafeHtml(links.join('\n'))}</nav>`;
}

/** A language by its own name: Deutsch. */
export function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
