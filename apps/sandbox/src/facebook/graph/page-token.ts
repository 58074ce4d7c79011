import type { Page } from '../state.ts';
import { issueToken, troubleOf } from '../tokens.ts';
import { mayKnow } from './access.ts';
import type { Ask } from './node.ts';

/** The token of a page for the person who asks; long-lived when theirs is. The same one as long as it works. */
export function pageTokenFor(page: Page, ask: Ask): string | undefined {
  const { caller, world } = ask;
  if (caller.kind === 'page') return caller.token.token;
  if (caller.kind !== 'user' || !mayKnow(caller, page)) return undefined;
  const { longLived } = caller.token;
  const living = Object.values(world.state.tokens).find(
    (one) =>
      one.page === page.id && one.person === caller.person && one.longLived === longLived && !troubleOf(world, one),
  );
  return (living ?? issueToken(world, { kind: 'page', person: caller.person, page: page.id, longLived })).token;
}
