import { CASE_PAGE } from './vocabulary.ts';

/** In no language, because a template may be in any: the number of the case and where its page is, where it has one. */
const LINE = [
  `<p>{% if ${CASE_PAGE} %}</p>`,
  `<p style="color:#6b7280;font-size:12px">#{{case.id}}: {{${CASE_PAGE}}}</p>`,
  '<p>{% endif %}</p>',
].join('\n');
const HISTORY = /\{\{\s*history\s*\}\}/;

/**
 * A template with the link to the page of the case below its words, above what was said before. One that names the page
 * itself decides itself where it stands; `{% if case.portal_url %}{% endif %}` alone: nowhere.
 */
export function withCaseLink(template: string): string {
  if (template.includes(CASE_PAGE)) return template;
  const history = HISTORY.exec(template);
  if (!history) return `${template}\n${LINE}`;
  return `${template.slice(0, history.index)}${LINE}\n${template.slice(history.index)}`;
}
