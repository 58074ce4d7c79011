import type { CenterRequest } from '../page/center-request.ts';

/** Addresses of the knowledge base, as Desk.com has them (product.md 4.1). */
export const articlePath = ({ id, slug }: { id: number; slug: string }) =>
  `/customer/portal/articles/${id}-${encodeURIComponent(slug)}`;
export const topicPath = ({ id, slug }: { id: number; slug: string }) =>
  `/customer/portal/topics/${id}-${encodeURIComponent(slug)}/articles`;

/** The latest articles as an Atom feed. */
export const FEED = '/customer/portal/articles/feed';

/** What an address names: `12-brewing`, or `12` alone. Undefined: nothing that there could be. */
export function readIdSlug(idSlug: string): { id: number; slug: string } | undefined {
  const [, digits, slug = ''] = /^(\d{1,15})(?:-([\s\S]*))?$/.exec(idSlug) ?? [];
  const id = Number(digits);
  return digits === undefined || id === 0 ? undefined : { id, slug };
}

/** Whether this address was asked, however its signs are encoded. */
export function isPath({ path }: Pick<CenterRequest, 'path'>, wanted: string): boolean {
  try {
    return decodeURIComponent(path) === decodeURIComponent(wanted);
  } catch {
    return false;
  }
}
