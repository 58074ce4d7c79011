import type { SalesforceSignInOutcome } from '@bureau/contracts';
import { Banner } from '@bureau/ui';
import { salesforceWords as words } from './salesforce.words.ts';

/** What came of a sign-in at Salesforce, for whoever was sent back from there. */
export function OutcomeBanner({ query }: { query: Readonly<Record<string, string>> }) {
  const outcome = Object.keys(words.outcomes).find((name): name is SalesforceSignInOutcome => name === query.outcome);
  if (outcome === undefined) return null;
  const tone = outcome === 'connected' ? 'positive' : outcome === 'denied' ? 'caution' : 'danger';
  return <Banner tone={tone}>{words.outcomes[outcome]}</Banner>;
}
