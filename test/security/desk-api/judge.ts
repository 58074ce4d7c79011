import type { Place } from './poisons.ts';

export interface Heard {
  status: number;
  contentType: string;
  text: string;
}

interface Asked {
  /** What the good body says; its members are those that can be named. */
  good: object;
  /** Where something is wrong; null where it is the whole. */
  place: Place | null;
}

/** Those of the documentation that may come of a body (docs/desk-api.md, «Refusals»). */
const REFUSALS = [400, 403, 404, 409, 413, 422];

/** What is wrong with the answer to a body with something wrong in it; null when nothing is. */
export function complaintAbout(heard: Heard, asked: Asked): string | null {
  const { status, text, contentType } = heard;
  if (status === 204) return text === '' ? null : 'it has words where there are none';
  const said = read(text);
  if (said === undefined) return 'it is no object in JSON';
  if (contentType !== 'application/json; charset=utf-8') return `it is of the type ${contentType}`;
  if (status === 200 || status === 201) return null;
  if (!REFUSALS.includes(status)) return `nothing documented is ${status}`;
  if ((status === 400) !== (asked.place === null)) return '400 is for what is no JSON, and for nothing else';
  return complaintAboutWords(said, status) ?? complaintAboutErrors(said, asked);
}

function complaintAboutWords({ message, errors, ...more }: Record<string, unknown>, status: number): string | null {
  if (typeof message !== 'string' || message.trim() === '') return 'it says nothing';
  if (Object.keys(more).length > 0) return `nobody knows what ${Object.keys(more).join(', ')} means`;
  if (message === 'Validation Failed') return errors === undefined ? 'it does not say which field it is' : null;
  if (errors !== undefined) return 'it has errors without saying so';
  return status === 404 && message !== 'Resource Not Found' ? 'it says more of what is not there' : null;
}

/** `errors` has leaves of `blank` and `invalid`, at places of the body, one of them where the poison is. */
function complaintAboutErrors({ errors }: Record<string, unknown>, { good, place }: Asked): string | null {
  if (errors === undefined) return null;
  const leaves = leavesOf(errors);
  if (leaves.length === 0) return 'its errors are empty';
  for (const { path, leaf } of leaves) {
    const words: unknown = Array.isArray(leaf) && leaf.length === 1 ? leaf[0] : null;
    if (words !== 'blank' && words !== 'invalid') return `nobody knows what ${JSON.stringify(leaf)} means`;
    const [member = ''] = path;
    if (!Object.hasOwn(good, member)) return `nobody has sent “${path.join('.')}”`;
  }
  const named = (place ?? []).filter((part) => typeof part === 'string');
  const isNamed = leaves.some(({ path }) => path.every((part, at) => at >= named.length || part === named[at]));
  return isNamed ? null : `what is wrong is at ${named.join('.')}`;
}

function leavesOf(tree: unknown, path: string[] = []): { path: string[]; leaf: unknown }[] {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return [{ path, leaf: tree }];
  return Object.entries(tree).flatMap(([name, below]) => leavesOf(below, [...path, name]));
}

function read(text: string): Record<string, unknown> | undefined {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? { ...said } : undefined;
  } catch {
    return undefined;
  }
}
