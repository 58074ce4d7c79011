import { FORM_END, hiddenFields } from '../form/form-blocks.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import { html, SafeHtml } from './safe-html.ts';

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
    hidden_parameters: hiddenFields({ b_id: String(center.brand.id) }),
  };
}

/** Where a list goes on: `more_article_block`, `more_search_block`, `more_cases_block`. Nothing where it has one page. */
export function pagerBlock(
  { previous, next }: { previous: string | null; next: string | null },
  words: { label: string; previous: string; next: string },
): SafeHtml {
  if (previous === null && next === null) return new SafeHtml('');
  const back = previous === null ? html`<span></span>` : html`<a rel="prev" href="${previous}">${words.previous}</a>`;
  const on = next === null ? '' : html`<a rel="next" href="${next}">${words.next}</a>`;
  return html`<nav class="pager" aria-label="${words.label}">${back}${on}</nav>`;
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
