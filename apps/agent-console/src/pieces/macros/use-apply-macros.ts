import { casesApi, historyApi, macrosApi } from '@bureau/contracts';
import type { Case, CaseStatus, MacroApplication, MacroUndo } from '@bureau/contracts';
import { isProblem, keyOf, Offline, useClient } from '@bureau/client';
import { gapsIn } from '@bureau/domain';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { formatList } from '../../language/format.ts';
import { sentenceInWords } from '../../language/sentences.ts';
import { newKey } from '../../plain/new-key.ts';
import { lockHolder } from '../../plain/lock-holder.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { actionsFieldWords } from '../actions/actions.words.ts';
import { useCaseWork } from '../change-case/index.ts';
import { placeholderName } from '../placeholders/placeholder-name.ts';
import { askComposer } from '../composer-wishes.ts';
import { fieldName, irrevocableName, macroWords as words } from './macros.words.ts';
import { refreshMacros } from './use-macros.ts';

export interface ChosenMacro {
  id: number;
  name: string;
}

/** Applies macros to the case on the screen: its fields change, its words go to the composer, one undo takes all back. */
export function useApplyMacros(supportCase: Pick<Case, 'id'>): (macros: readonly ChosenMacro[]) => Promise<boolean> {
  const caseId = supportCase.id;
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const work = useCaseWork();
  const params = { caseId };

  const apply = async (macros: readonly ChosenMacro[], key = newKey()): Promise<boolean> => {
    const names = formatList(macros.map(({ name }) => name));
    const before = queries.getQueryData<Case>(keyOf(casesApi.get, { params }));
    const sequence = before?.sequence;
    try {
      const body = { macroIds: macros.map(({ id }) => id), sequence };
      const done = await client.call(macrosApi.apply, { params, body }, { idempotencyKey: key });
      work(caseId, 'change');
      const taken = handToComposer(caseId, done, before?.status);
      toasts.show({
        text: words.applied(names),
        detail: detailOf(done),
        onUndo: () => void undo(done.applicationId, { names, taken }),
        ...(done.refused.length > 0 && { timeoutMs: 20_000 }),
      });
      void refresh(queries, caseId);
      return true;
    } catch (error) {
      const again = isProblem(error, 'case.moved-on') ? newKey() : key;
      const action = { label: words.again, run: () => void apply(macros, again) };
      toasts.show({ tone: 'danger', text: words.failed(names), detail: refusalOf(error), action });
      void queries.invalidateQueries({ queryKey: keyOf(casesApi.get, { params }) });
      return false;
    }
  };
  const undo = async (applicationId: number, applied: { names: string; taken: Taken }): Promise<void> => {
    try {
      const undone = await client.call(macrosApi.undo, { params: { caseId, appliedId: applicationId } });
      applied.taken.back?.();
      toasts.show({ text: words.undone(applied.names), detail: restOf(undone) });
      void refresh(queries, caseId);
    } catch (error) {
      const action = { label: words.again, run: () => void undo(applicationId, applied) };
      toasts.show({ tone: 'danger', text: words.undoFailed(applied.names), detail: refusalOf(error), action });
    }
  };
  return (macros) => apply(macros);
}

/** What takes the words out of the composer again, once they are there. */
interface Taken {
  back?: () => void;
}

function handToComposer(caseId: number, { reply, effects }: MacroApplication, before: CaseStatus | undefined): Taken {
  const taken: Taken = {};
  if (reply) {
    const html = reply.marked ?? reply.html;
    const { subject } = reply;
    const marked = gapsIn(html);
    const missing = reply.missing.filter((name) => !marked.includes(name));
    const onTaken = (back: () => void) => {
      taken.back = back;
    };
    askComposer(caseId, { kind: 'insert', html, subject, status: statusOf(effects, before), missing, onTaken });
  }
  return taken;
}

/** The status that the case was given last, or that it had already when a macro wanted it, where a reply can keep it. */
function statusOf(
  effects: MacroApplication['effects'],
  before: CaseStatus | undefined,
): 'open' | 'pending' | 'resolved' | null {
  const changed = effects.flatMap(({ changes }) => changes).findLast(({ field }) => field === 'status')?.to;
  const isSo = effects.some(({ type, outcome }) => type === 'set-status' && outcome === 'nothing');
  const given = changed ?? (isSo ? before : undefined);
  return (['open', 'pending', 'resolved'] as const).find((status) => status === given) ?? null;
}

/** What did not happen, and what the words lack. */
function detailOf({ effects, refused, reply }: MacroApplication): string | undefined {
  const left = effects
    .filter(({ index }) => refused.includes(index))
    .map(({ type, reason }) => words.leftOut(actionsFieldWords.types[type], reason && sentenceInWords(reason)));
  const gaps = reply && reply.missing.length > 0 ? [words.missing(formatList(reply.missing.map(placeholderName)))] : [];
  return [...left, ...gaps].join(' ') || undefined;
}

/** What the undo could not give back. */
function restOf({ kept, notesKept, stays }: MacroUndo): string | undefined {
  const said = [
    ...(kept.length > 0 ? [words.kept(formatList(kept.map(fieldName)))] : []),
    ...(notesKept > 0 ? [words.notesKept(notesKept)] : []),
    ...(stays.length > 0 ? [words.stays(formatList(stays.map(irrevocableName)))] : []),
  ];
  return said.join(' ') || undefined;
}

function refusalOf(error: unknown): string {
  if (error instanceof Offline) return words.offline;
  if (isProblem(error, 'case.moved-on')) return words.movedOn;
  const holder = lockHolder(error);
  return holder === null ? problemText(error) : words.locked(holder);
}

function refresh(queries: QueryClient, caseId: number): Promise<unknown> {
  const params = { caseId };
  return Promise.all([
    queries.invalidateQueries({ queryKey: keyOf(casesApi.get, { params }) }),
    queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params }) }),
    queries.invalidateQueries({ queryKey: keyOf(historyApi.list, { params }) }),
    refreshLists(queries),
    refreshMacros(queries),
  ]);
}
