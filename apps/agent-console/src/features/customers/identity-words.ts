import type { CustomerIdentity } from '@bureau/contracts';
import { handleOf } from '../../pieces/post/index.ts';
import { customersWords } from './customers.words.ts';

/** Where somebody is on the networks, and under which name: `X @ana`; Facebook shows a page no names but people's own. */
export function identityWords({ network, handle }: CustomerIdentity): string {
  const there = customersWords.networks[network];
  return handle === '' ? there : `${there} ${handleOf({ handle }, network)}`;
}
