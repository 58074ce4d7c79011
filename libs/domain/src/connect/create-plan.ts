import type { PushFacts, PushStep } from './push-plan.ts';
import type { FrozenPayload } from './sync-link.ts';
import type { SyncPolicy } from './sync-policy.ts';

/**
 * The next thing to do for a record that Salesforce does not have, as far as the desk knows. What is sent is frozen first, so
 * that a later try recognises what an earlier one made though its answer was lost. Never an upsert: it would overwrite what
 * somebody has changed there since.
 */
export function nextCreateStep(facts: PushFacts, { parentMs }: SyncPolicy): PushStep {
  const { link, settings, parents, run } = facts;
  if (run.created) return { do: 'adopt', salesforceId: run.created, because: 'created' };
  const payload = link?.payload;
  if (payload && (run.froze || Object.keys(payload.values).length > 0)) return nextTry(payload, facts);

  if (!settings.create) return { do: 'forget', because: 'switched-off' };
  if (!settings.conditionsMet) return { do: 'forget', because: 'conditions' };
  if (parents === 'coming') return { do: 'wait', ms: parentMs, because: 'parent' };
  return settings.matches ? nextMatch(facts) : { do: 'freeze' };
}

function nextTry({ values, recreates }: FrozenPayload, { run, externalIds, sendable }: PushFacts): PushStep {
  if (run.froze) return { do: 'create', values };
  if (!run.found) return { do: 'look up', by: externalIds ? 'external id' : 'payload' };

  const [live, ...others] = run.found.filter(({ deleted }) => !deleted);
  if (others.length > 0) return { do: 'give up', code: externalIds ? 'external-id-twice' : 'made-twice' };
  if (live?.linked) return { do: 'give up', code: 'found-linked-elsewhere' };
  // What was to be made anew has been taken out of the recycle bin meanwhile.
  if (live && recreates.includes(live.salesforceId)) return { do: 'link', salesforceId: live.salesforceId };
  if (live) return { do: 'adopt', salesforceId: live.salesforceId, because: 'found' };

  const buried = run.found.findLast(({ salesforceId }) => !recreates.includes(salesforceId));
  if (buried) return { do: 'bury', side: 'salesforce', salesforceId: buried.salesforceId };
  // Nothing was made. Both would be taken to agree on what is frozen, also on what is left out of it now.
  return sendable ? { do: 'create', values } : { do: 'freeze' };
}

/** One that nobody is linked to is it; several, or one that another record is linked to, is for a person to decide. */
function nextMatch({ run }: PushFacts): PushStep {
  if (!run.matches) return { do: 'match' };
  const free = run.matches.filter(({ linked }) => !linked);
  const [match] = free;
  if (free.length > 1) return { do: 'give up', code: 'several-matches' };
  if (match) return { do: 'link', salesforceId: match.salesforceId };
  return run.matches.length > 0 ? { do: 'give up', code: 'match-linked-elsewhere' } : { do: 'freeze' };
}
