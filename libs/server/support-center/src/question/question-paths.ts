import { readIdSlug } from '../article/article-paths.ts';
import type { CenterRequest } from '../page/center-request.ts';

export const QUESTIONS = '/customer/portal/questions';

/** The address of a question, with the beginning of its subject, as Desk.com has them (product.md 4.1). */
export function questionPath({ id, subject }: { id: number; subject: string }): string {
  const slug = subject
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${QUESTIONS}/${id}${slug === '' ? '' : `-${encodeURIComponent(slug)}`}`;
}

/** The number of the question in the address; 0: there cannot be one. */
export function questionIdOf({ params }: CenterRequest): number {
  return readIdSlug(params['idSlug'] ?? '')?.id ?? 0;
}

export function topicQuestionsPath({ id, slug }: { id: number; slug: string }): string {
  return `/customer/portal/topics/${id}-${encodeURIComponent(slug)}/questions`;
}
