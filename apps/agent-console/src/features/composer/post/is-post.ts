import type { Case } from '@bureau/contracts';
import { networkOf } from '../../../plain/network-of.ts';
import type { Writing } from '../writing.ts';

/** Whether what is written leaves on the network of its case: a forward does not, nor what goes to addresses. */
export function isPost(supportCase: Pick<Case, 'channel'>, { mode, to }: Pick<Writing, 'mode' | 'to'>): boolean {
  return networkOf(supportCase) !== null && mode === 'reply' && to === null;
}
