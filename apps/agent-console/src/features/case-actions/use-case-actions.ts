import { casesApi, followersApi, trashApi } from '@bureau/contracts';
import type { Case, Route, RouteInput } from '@bureau/contracts';
import { can, keyOf, useClient, useSession } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { frozenReason, useChangeCase } from '../../pieces/change-case/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { actionsWords as words } from './case-actions.words.ts';

export interface CaseActions {
  isFollowed: boolean;
  toggleFollow: () => void;
  toggleSpam: () => void;
  /** Null: this reader may not. */
  toggleTrash: (() => void) | null;
  copyLink: () => void;
  print: () => void;
  /** Why nothing of the case can be changed. */
  frozen: string | null;
}

interface Deed<R extends Route> {
  route: R;
  input: RouteInput<R>;
  after: Partial<Case>;
  said: string;
  undo?: () => void;
}

/** What is done with a case as a whole: at once on the screen, undone by a press, rolled back when it is refused. */
export function useCaseActions(supportCase: Case): CaseActions {
  const session = useSession();
  const toasts = useToasts();
  const { frozen, change } = useChangeCase(supportCase);
  const run = useDeeds(supportCase);
  const { user } = session;
  const params = { caseId: supportCase.id };
  const isFollowed = supportCase.followers.some(({ id }) => id === user.id);

  const follow = (wanted: boolean, isUndo = false) => {
    const others = supportCase.followers.filter(({ id }) => id !== user.id);
    void run({
      route: wanted ? followersApi.add : followersApi.remove,
      input: { params: { ...params, userId: user.id } },
      after: { followers: wanted ? [...others, { id: user.id, name: user.name }] : others },
      said: wanted ? words.followed : words.unfollowed,
      undo: isUndo ? undefined : () => follow(!wanted, true),
    });
  };
  const trash = () => {
    const mayNot = frozenReason(supportCase, { userId: user.id, mayChange: true, now: Date.now() });
    if (mayNot !== null) return void toasts.show({ text: words.failed, detail: mayNot });
    const after = { deletedAt: new Date().toISOString() };
    void run({ route: trashApi.delete, input: { params }, after, said: words.trashed, undo: restore });
  };
  const restore = () =>
    void run({ route: trashApi.restore, input: { params }, after: { deletedAt: null }, said: words.restored });
  const spam = {
    yes: { body: { spam: true }, after: { spamAt: new Date().toISOString() }, said: words.markedSpam },
    no: { body: { spam: false }, after: { spamAt: null }, said: words.markedNotSpam },
  };
  const isSpam = supportCase.spamAt !== null;
  return {
    frozen,
    isFollowed,
    toggleFollow: () => follow(!isFollowed),
    toggleSpam: () => void change(isSpam ? spam.no : spam.yes, isSpam ? spam.yes : spam.no),
    toggleTrash: can(session, trashApi.delete) ? (supportCase.deletedAt === null ? trash : restore) : null,
    copyLink: () => void copy(linkOf(supportCase.id), toasts),
    print: () => window.print(),
  };
}

function useDeeds({ id: caseId }: Case) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(casesApi.get, { params: { caseId } });
  const run = async <R extends Route>(deed: Deed<R>): Promise<void> => {
    const known = queries.getQueryData<Case>(key);
    await queries.cancelQueries({ queryKey: key });
    queries.setQueryData<Case>(key, (before) => before && { ...before, ...deed.after });
    try {
      await client.call(deed.route, deed.input);
      toasts.show({ text: deed.said, onUndo: deed.undo });
    } catch (error) {
      queries.setQueryData<Case>(key, known);
      toasts.show({
        tone: 'danger',
        text: words.failed,
        detail: problemText(error),
        action: { label: words.retry, run: () => void run(deed) },
      });
    }
    void queries.invalidateQueries({ queryKey: key });
    void queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) });
    await refreshLists(queries);
  };
  return run;
}

/** An address of the case that does not depend on where the reader was. */
function linkOf(caseId: number): string {
  return new URL(`/cases/inbox/${caseId}`, window.location.href).href;
}

async function copy(link: string, toasts: ReturnType<typeof useToasts>): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    toasts.show({ text: words.copied, detail: link });
  } catch {
    // Without TLS, or without leave, the browser refuses.
    toasts.show({ text: words.copyFailed, detail: link, timeoutMs: 30_000 });
  }
}
