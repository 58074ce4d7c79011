import { casesApi } from '@bureau/contracts';
import type { Case, UpdateCase } from '@bureau/contracts';
import { can, keyOf, Offline, useClient, useSession } from '@bureau/client';
import type { Client } from '@bureau/client';
import { useNow, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { lockHolder } from '../../plain/lock-holder.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { useCaseWork } from './case-work.ts';
import { changeWords as words } from './change-case.words.ts';
import { frozenReason } from './frozen.ts';
import { changedMeanwhile, meanwhileWords } from './meanwhile.ts';
import type { Meanwhile } from './meanwhile.ts';

export interface CaseChange {
  /** What the desk is asked. */
  body: UpdateCase;
  /** How the case looks afterwards. */
  after: Partial<Case>;
  /** What was done, in words. */
  said: string;
}

export interface ChangeOptions {
  /** Takes the refusal of a single field, to show it beside the field; true when it did. */
  onRefused?: (error: Error) => boolean;
}

/** Changes a case; true when it was done. */
export type ChangeCase = (change: CaseChange, before: CaseChange, options?: ChangeOptions) => Promise<boolean>;

interface Attempt extends ChangeOptions {
  change: CaseChange;
  before: CaseChange;
  canUndo: boolean;
}

/**
 * Changes a case at once on the screen. Undo brings `before` back; a refusal is said aloud and rolled back; and when a
 * colleague changed the same field since it was read here, both are told apart: theirs, ours, and the way back.
 */
export function useChangeCase(supportCase: Case): { frozen: string | null; change: ChangeCase } {
  const caseId = supportCase.id;
  const session = useSession();
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const work = useCaseWork();
  const mayChange = can(session, casesApi.update);
  const frozen = frozenReason(supportCase, { userId: session.user.id, mayChange, now: useNow() });
  const key = keyOf(casesApi.get, { params: { caseId } });

  const apply = async (attempt: Attempt): Promise<boolean> => {
    const { change, before, canUndo } = attempt;
    const known = queries.getQueryData<Case>(key) ?? supportCase;
    await queries.cancelQueries({ queryKey: key });
    queries.setQueryData<Case>(key, { ...known, ...change.after });
    try {
      const changed = await client.call(casesApi.update, { params: { caseId }, body: change.body });
      queries.setQueryData<Case>(key, changed);
      work(caseId, 'change');
      const undo = () => void apply({ change: before, before: change, canUndo: false });
      const theirs = await meanwhileOf({ client, known, changed, change, userId: session.user.id });
      if (theirs) toasts.show({ text: change.said, detail: meanwhileWords(theirs), onUndo: undo, timeoutMs: 20_000 });
      else toasts.show({ text: change.said, onUndo: canUndo ? undo : undefined });
      void refresh(queries, caseId);
      return true;
    } catch (error) {
      queries.setQueryData<Case>(key, known);
      void queries.invalidateQueries({ queryKey: key });
      if (!(error instanceof Error && attempt.onRefused?.(error))) refuse(error, attempt);
      return false;
    }
  };
  const refuse = (error: unknown, attempt: Attempt) =>
    toasts.show({
      tone: 'danger',
      text: words.failed,
      detail: refusalWords(error),
      action: { label: words.retry, run: () => void apply(attempt) },
    });
  const change: ChangeCase = (wanted, before, options = {}) => {
    if (frozen === null) return apply({ change: wanted, before, canUndo: true, ...options });
    toasts.show({ text: words.failed, detail: frozen });
    return Promise.resolve(false);
  };
  return { frozen, change };
}

function refresh(queries: QueryClient, caseId: number): Promise<unknown> {
  return Promise.all([
    queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) }),
    refreshLists(queries),
  ]);
}

interface Compared {
  client: Client;
  /** As it stood on the screen. */
  known: Case;
  /** As it stands at the desk after my change. */
  changed: Case;
  change: CaseChange;
  userId: number;
}

/** What a colleague did to the same fields between what I saw and what I did. One write of mine is one step. */
async function meanwhileOf({ client, known, changed, change, userId }: Compared): Promise<Meanwhile | null> {
  if (changed.sequence - known.sequence <= 1) return null;
  const query = { after: known.sequence, limit: 50 };
  const feed = await client.call(casesApi.feed, { params: { caseId: known.id }, query }).catch(() => null);
  return changedMeanwhile(feed?.items ?? [], fieldsOf(change.body), userId);
}

function fieldsOf({ customFields, ...body }: UpdateCase): string[] {
  const names = Object.keys(body).map((name) => (name === 'labels' ? 'labelIds' : name.replace(/Id$/, '')));
  return [...names, ...Object.keys(customFields ?? {}).map((key) => `customFields.${key}`)];
}

function refusalWords(error: unknown): string {
  if (error instanceof Offline) return words.offline;
  const holder = lockHolder(error);
  return holder === null ? problemText(error) : words.frozen.locked(holder);
}
