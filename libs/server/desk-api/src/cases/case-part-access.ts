import type { Actor } from '@bureau/contracts';
import { caseAccess, type AccessClause } from '@bureau/identity';

/** Of what stands in a case: whoever sees the case sees it. `caseId` is the column that names it. */
export function accessThroughCase(caseId: string): (actor: Actor, first: number) => AccessClause {
  return (actor, first) => {
    const { kind, sql, values } = caseAccess(actor, first);
    return {
      kind,
      sql: `EXISTS (SELECT FROM cases c WHERE c.id = ${caseId} AND c.deleted_at IS NULL AND ${sql})`,
      values,
    };
  };
}
