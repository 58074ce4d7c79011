import { problemOfAddress, problemOfWords, readWords, WEB_FORM_LIMITS, type FormProblem } from '@bureau/domain';
import { saidOf, TRAP } from '../email/email-page.ts';
import { fieldBlock, hiddenFields, trapBlock, type FieldSpec } from '../form/form-blocks.ts';
import type { CenterForm } from '../page/center-form.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import type { LiquidObjects } from '../theme/liquid-objects.ts';
import { SafeHtml } from '../theme/safe-html.ts';

/** What somebody posts in public, as he wrote it. */
export interface PostForm {
  name: string;
  email: string;
  subject: string;
  body: string;
}

/** The fields by Desk.com's names (product.md 4.2); an answer has no subject. Who is signed in is known. */
export function readPost(form: CenterForm, { visitor }: CenterRequest): PostForm {
  const line = (name: string) => readWords(form.get(name)).replace(/\s+/g, ' ');
  return {
    name: visitor?.name ?? line('interaction[name]'),
    email: visitor?.email ?? line('interaction[email]').toLowerCase(),
    subject: line('qna[subject]'),
    body: readWords(form.get('qna[body]')),
  };
}

/** What is wrong with a post: field and snippet. */
export function problemsOf(
  { name, email, subject, body }: PostForm,
  { withSubject }: { withSubject: boolean },
): FormProblem[] {
  const longer = (text: string, most: number) => (text.length > most ? 'exceeding_max_chars' : null);
  const checks: [field: string, snippet: string | null][] = [
    ['interaction[name]', name === '' ? 'name_required' : longer(name, WEB_FORM_LIMITS.name)],
    ['interaction[email]', problemOfAddress(email)],
    ['qna[body]', problemOfWords(body)],
  ];
  if (withSubject) {
    checks.push(['qna[subject]', subject === '' ? 'subject_required' : longer(subject, WEB_FORM_LIMITS.subject)]);
  }
  return checks.flatMap(([field, snippet]) => (snippet === null ? [] : [{ field, snippet }]));
}

interface Blocks {
  post: PostForm;
  problems: readonly FormProblem[];
  words: Words;
  token: string;
  hidden?: Readonly<Record<string, string>>;
}

/** The fields as blocks of a theme; who is signed in is asked neither name nor address. */
export function postBlocks(
  { visitor }: CenterRequest,
  { post, problems, words, token, hidden = {} }: Blocks,
): LiquidObjects {
  const field = (spec: FieldSpec) => {
    const problem = problems.find((one) => one.field === spec.name);
    return fieldBlock({ ...spec, problem: problem && saidOf(words, problem.snippet, spec.maxLength ?? 0) });
  };
  const { name, email, subject, body } = WEB_FORM_LIMITS;
  const carried = hiddenFields({ form_token: token, ...hidden }).html + trapBlock(TRAP, words.form_trap).html;
  return {
    hidden_parameters: new SafeHtml(carried),
    interaction_name: visitor
      ? null
      : field({
          ...{ name: 'interaction[name]', label: words.your_name, value: post.name, autocomplete: 'name' },
          ...{ required: true, maxLength: name },
        }),
    interaction_email: visitor
      ? null
      : field({
          ...{ name: 'interaction[email]', label: words.your_email, value: post.email, type: 'email' },
          ...{ autocomplete: 'email', required: true, maxLength: email, help: words.question_email_help },
        }),
    qna_subject: field({
      ...{ name: 'qna[subject]', label: words.your_question, value: post.subject, required: true, maxLength: subject },
    }),
    qna_body: field({
      ...{
        name: 'qna[body]',
        label: words.message,
        value: post.body,
        type: 'textarea',
        required: true,
        maxLength: body,
      },
    }),
  };
}
