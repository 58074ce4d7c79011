/** A case that a post may belong to. */
export interface PostCandidate {
  caseId: number;
  /** Whether the writer of the post is the customer of this case. */
  ofWriter: boolean;
  closed: boolean;
  deleted: boolean;
  /** Where a merge has taken it; null: it stands for itself. */
  mergedInto: { caseId: number; closed: boolean; deleted: boolean } | null;
}

export interface PostThreads {
  /** The case of the message that it answers, or quotes. */
  answered: PostCandidate | null;
  /** The cases of its own key, the newest first. */
  keyed: readonly PostCandidate[];
}

export type PostDecision =
  | { decision: 'append'; caseId: number; homeCaseId: number | null; explain: string }
  | { decision: 'open'; continuesCaseId: number | null; explain: string };

/**
 * Where a post goes: to the case of the message that it answers when that is the writer's own; else to the newest case of
 * (account, conversation, writer) that still takes messages; else it opens a case, which continues the closed one if there
 * was. A stranger's case is never one of them (external-apis.md 1.5).
 */
export function threadPost({ answered, keyed }: PostThreads): PostDecision {
  const own = answered?.ofWriter === true ? [answered, ...keyed] : keyed;
  for (const candidate of own) {
    const place = placeIn(candidate);
    if (place) return { decision: 'append', ...place, explain: explain(candidate === answered, place) };
  }
  const [before] = own;
  if (!before) return { decision: 'open', continuesCaseId: null, explain: 'The writer begins something new.' };
  const what = before.deleted ? 'in the trash' : 'closed for good';
  const said = `Case ${before.caseId} of the same conversation is ${what}.`;
  return { decision: 'open', continuesCaseId: before.caseId, explain: said };
}

function placeIn({ caseId, closed, deleted, mergedInto }: PostCandidate) {
  if (mergedInto) {
    return mergedInto.closed || mergedInto.deleted ? null : { caseId: mergedInto.caseId, homeCaseId: caseId };
  }
  return closed || deleted ? null : { caseId, homeCaseId: null };
}

function explain(answers: boolean, { caseId, homeCaseId }: { caseId: number; homeCaseId: number | null }): string {
  const why = answers ? 'It answers a message of' : 'The same person goes on in the same conversation as';
  return homeCaseId === null ? `${why} case ${caseId}.` : `${why} case ${homeCaseId}, merged into case ${caseId}.`;
}
