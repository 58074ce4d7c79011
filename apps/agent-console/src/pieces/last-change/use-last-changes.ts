import { auditApi } from '@bureau/contracts';
import type { AuditNoun } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';

/** How far back the audit log is read for a table; whoever changed a thing before that is in the log itself. */
const LATEST = 100;
/** The row and the log are written in one transaction, by two clocks. */
const LEEWAY_MS = 5000;

/**
 * Who changed a thing last, by its id and the time of that change. Nobody is named where the log knows only of an
 * earlier change, nor to those who may not read it.
 */
export function useLastChanges(noun: AuditNoun): (id: number, updatedAt: string) => string | undefined {
  const session = useSession();
  const log = useRoute(auditApi.list, { query: { noun, limit: LATEST } }, { enabled: can(session, auditApi.list) });
  return (id, updatedAt) => {
    const latest = log.data?.items.find(({ object }) => object.id === id);
    if (!latest || Date.parse(latest.at) < Date.parse(updatedAt) - LEEWAY_MS) return undefined;
    return latest.actor.name;
  };
}
