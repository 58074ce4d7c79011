import { nameOfAsked, WEB_FORM_LIMITS, type AskedField, type FormProblem } from '@bureau/domain';
import {
  fieldBlock,
  FORM_END,
  formBegin,
  hiddenFields,
  problemBlock,
  submitBlock,
  trapBlock,
  type FieldSpec,
} from '../form/form-blocks.ts';
import { DROP_FILES, KEPT_FILES, type KeptFile } from '../form/kept-files.ts';
import type { PageAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import { phrase } from '../snippet/snippets.ts';
import { html, SafeHtml } from '../theme/safe-html.ts';

export const EMAILS = '/customer/portal/emails';
/** The field that people do not see. */
export const TRAP = 'interaction[website]';
export const ATTACHMENT = 'case_attachment[attachment]';

export interface EmailForm {
  words: Words;
  asked: readonly AskedField[];
  /** What was written so far, by the names of the fields. */
  values: Readonly<Record<string, string>>;
  token: string;
  files: readonly KeptFile[];
  sealedFiles: string;
  problems?: readonly FormProblem[];
  /** What stands above the form; null: nothing. */
  said?: string | null;
  status?: number;
}

/** The e-mail form, in blocks that themes place (product.md 4.4). Nothing that was typed or attached is lost on the way. */
export function emailPage(center: CenterRequest, form: EmailForm): PageAnswer {
  const { words, token, sealedFiles, said = null, status = 200 } = form;
  const { visitor } = center;
  return {
    page: 'email_new',
    title: words.send_us_an_email,
    status,
    head: { canonical: `${EMAILS}/new`, description: words.email_intro },
    objects: {
      problem: problemBlock(said),
      form_begin: formBegin(center.link(EMAILS), { files: true }),
      hidden_parameters: new SafeHtml(
        hiddenFields({ form_token: token, [KEPT_FILES]: sealedFiles }).html + trapBlock(TRAP, words.form_trap).html,
      ),
      interaction_name: visitor ? null : field(form, nameSpec(words)),
      interaction_email: visitor ? null : field(form, emailSpec(words)),
      email_subject: field(form, subjectSpec(words)),
      email_body: field(form, bodySpec(words)),
      custom_fields: form.asked.map((asked) => field(form, askedSpec(asked, words))),
      file_attachment: filesBlock(form),
      submit_button: submitBlock(words.send_email),
      form_end: FORM_END,
      suggestions_url: center.link('/customer/portal/articles/suggestions'),
    },
  };
}

/** Everything that was written, for a page that only asks whether to send it. */
export function carriedFields(form: EmailForm): SafeHtml {
  const shown = Object.fromEntries(
    Object.entries(form.values).filter(([name]) => name !== TRAP && name !== DROP_FILES),
  );
  return hiddenFields({ ...shown, form_token: form.token, [KEPT_FILES]: form.sealedFiles, confirmed: 'true' });
}

function field({ values, problems = [], words }: EmailForm, spec: FieldSpec): SafeHtml {
  const problem = problems.find((one) => one.field === spec.name);
  return fieldBlock({
    ...spec,
    value: values[spec.name] ?? '',
    problem: problem && saidOf(words, problem.snippet, spec.maxLength ?? 0),
  });
}

/** What a snippet says of a field, with the number of characters that it may have. */
export function saidOf(words: Words, snippet: string, most: number): string {
  const known = new Map<string, string>(Object.entries(words));
  return phrase(known.get(snippet) ?? words.field_invalid, most);
}

function nameSpec(words: Words): FieldSpec {
  const { name: maxLength } = WEB_FORM_LIMITS;
  return { name: 'interaction[name]', label: words.your_name, autocomplete: 'name', required: true, maxLength };
}

function emailSpec(words: Words): FieldSpec {
  const { email: maxLength } = WEB_FORM_LIMITS;
  const spec = { name: 'interaction[email]', label: words.your_email, help: words.your_email_help } as const;
  return { ...spec, type: 'email', autocomplete: 'email', required: true, maxLength };
}

function subjectSpec(words: Words): FieldSpec {
  return { name: 'email[subject]', label: words.subject, required: true, maxLength: WEB_FORM_LIMITS.subject };
}

function bodySpec(words: Words): FieldSpec {
  const { body: maxLength } = WEB_FORM_LIMITS;
  return { name: 'email[body]', label: words.message, type: 'textarea', required: true, maxLength };
}

function askedSpec(asked: AskedField, words: Words): FieldSpec {
  const { label, required } = asked;
  const spec = { name: nameOfAsked(asked), label, required, ...(required ? {} : { optional: words.optional }) };
  switch (asked.type) {
    case 'list': {
      const choices = asked.choices.map((value) => ({ value, words: value.replaceAll('::', ' › ') }));
      return { ...spec, type: 'select', choices: [{ value: '', words: words.choose }, ...choices] };
    }
    case 'boolean':
      return { ...spec, type: 'checkbox' };
    case 'integer':
      return { ...spec, type: 'number' };
    case 'date':
      return { ...spec, type: 'date' };
    case 'text':
      return spec;
  }
}

/** The field for files, with those that an earlier try has brought already. */
export function filesBlock({ words, files, problems = [] }: Pick<EmailForm, 'words' | 'files' | 'problems'>): SafeHtml {
  const most = WEB_FORM_LIMITS.files;
  const wrong = problems.some(({ field: name }) => name === ATTACHMENT);
  const input = fieldBlock({
    ...{ name: ATTACHMENT, label: words.attachments, type: 'files', optional: words.optional },
    help: phrase(words.attachments_help, most),
    problem: wrong ? phrase(words.attachments_too_many, most) : undefined,
  });
  if (files.length === 0) return input;
  const names = files.map(({ fileName }) => fileName).join(', ');
  const drop = html`<input type="checkbox" name="${DROP_FILES}" value="true">`;
  const kept = html`<p class="help">${phrase(words.attachments_kept, names)}</p>
<label class="choice">${drop} ${words.attachments_drop}</label>`;
  return new SafeHtml(input.html + kept.html);
}
