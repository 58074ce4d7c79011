import { FORM_END, formBegin, submitBlock } from '../form/form-blocks.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterForm } from '../page/center-form.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import { phrase, type Snippets } from '../snippet/snippets.ts';
import type { VisitorOrigin } from './sign-in-visitor.ts';

export function wordsOf(snippets: Snippets, { brand, language }: CenterRequest): Words {
  return snippets.of(brand.id, language);
}

export function formOf({ form }: CenterRequest): CenterForm {
  return form ?? new CenterForm([]);
}

export function originOf({ brand, ip, userAgent }: CenterRequest): VisitorOrigin {
  return { brandId: brand.id, ip, userAgent };
}

/** A page that asks before it does something: whoever merely looks at a link, such as a scanner of mails, does nothing. */
export function confirmPage(
  { path, link }: CenterRequest,
  { title, text, button }: { title: string; text: string; button: string },
): CenterAnswer {
  return {
    page: 'authentication_verification',
    title,
    head: { hidden: true },
    objects: { text, form_begin: formBegin(link(path)), submit_button: submitBlock(button), form_end: FORM_END },
  };
}

/** The same for every address, whether anybody is known by it or not (S39). */
export function mailedPage(snippets: Snippets, center: CenterRequest, address: string): CenterAnswer {
  const words = wordsOf(snippets, center);
  return {
    page: 'authentication_verification',
    title: words.link_mailed_title,
    head: { hidden: true },
    objects: { text: phrase(words.link_mailed, address) },
  };
}
