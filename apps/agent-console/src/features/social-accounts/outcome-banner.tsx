import type { ConnectionOutcome } from '@bureau/contracts';
import { Banner } from '@bureau/ui';
import { accountWords as words } from './social-accounts.words.ts';

/** What came of a sign-in at a network, for whoever was sent back from there. */
export function OutcomeBanner({ query }: { query: Readonly<Record<string, string>> }) {
  const outcome = Object.keys(words.outcomes).find((name): name is ConnectionOutcome => name === query.outcome);
  if (outcome === undefined || outcome === 'ready') return null;
  const tone = outcome === 'reconnected' ? 'positive' : outcome === 'denied' ? 'caution' : 'danger';
  return <Banner tone={tone}>{words.outcomes[outcome]}</Banner>;
}
