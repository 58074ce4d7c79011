import { notificationsApi, routingApi, usersApi } from '@bureau/contracts';
import type { Notification } from '@bureau/contracts';
import { can, keyOf, refreshSession, useClient, useRoom, useSession } from '@bureau/client';
import type { RoomNews } from '@bureau/client';
import { useShortcuts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { notificationsWords as words } from './notifications.words.ts';
import { popUp, ring } from '../../pieces/calls/index.ts';
import { useRead } from './use-read.ts';
import { useTitleBadge } from './use-title-badge.ts';
import { useUnread } from './use-unread.ts';
import { waysToCall } from './ways-to-call.ts';
import { Windows } from './windows.ts';

/** Milliseconds after which an open case counts as read. */
const READ_AFTER = 800;
/** Of what happened at once, the latest so many can call. */
const LATEST = 20;

/** Hears what happens to the person who is signed in: counts it, calls her, and lets what she looks at be read. */
export function NotificationsLive() {
  const { label } = useUnread();
  const router = useRouter();
  useTitleBadge(label);
  useCalls();
  useReadingOfOpenCase();
  useColleagues();
  useShortcuts([
    {
      id: 'go/notifications',
      keys: 'g n',
      section: words.shortcuts.section,
      description: words.shortcuts.page,
      keywords: words.shortcuts.keywords,
      run: () => router.history.push('/notifications'),
    },
  ]);
  return null;
}

function useCalls(): void {
  const { user, preferences, available } = useSession();
  const client = useClient();
  const queries = useQueryClient();
  const router = useRouter();
  const caseId = useOpenCase();
  const windows = useWindows(caseId);

  const call = (notification: Notification) =>
    windows.current?.callOnce(notification.id, (situation) => {
      const { browser, sound } = waysToCall(notification, preferences, { ...situation, isAvailable: available });
      if (sound) ring();
      if (browser) {
        popUp({
          title: words.did[notification.kind](notification.actor.name),
          body: `#${notification.case.id} ${notification.case.subject || words.noSubject}`,
          tag: `bureau-${notification.case.id}`,
          onClick: () => router.history.push(`/cases/inbox/${notification.case.id}`),
        });
      }
    });

  const hear = async (news: RoomNews): Promise<void> => {
    if (news.kind === 'changed' && !news.event.startsWith('notification.')) return refreshSession(queries);
    await Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(notificationsApi.count) }),
      queries.invalidateQueries({ queryKey: keyOf(notificationsApi.list) }),
    ]);
    if (news.kind !== 'changed' || news.event !== 'notification.added') return;
    const { items } = await client.call(notificationsApi.list, { query: { limit: LATEST } });
    for (const item of items) if (news.ids.includes(item.id)) void call(item);
  };
  useRoom(`user:${user.id}`, hear);
}

/** What this window tells the others about itself. */
function useWindows(caseId: number | null) {
  const shown = useRef(caseId);
  const windows = useRef<Windows | null>(null);
  useEffect(() => {
    shown.current = caseId;
  }, [caseId]);
  useEffect(() => {
    const own = new Windows(() => ({
      isInFront: document.hasFocus(),
      isWriting: document.hasFocus() && isWritingNow(),
      caseId: shown.current,
    }));
    windows.current = own;
    return () => own.close();
  }, []);
  return windows;
}

function isWritingNow(): boolean {
  return document.activeElement?.matches('textarea, input, [contenteditable="true"]') ?? false;
}

/** The case at the end of the address, in whatever list. */
function useOpenCase(): number | null {
  const { pathname } = useLocation();
  const [, id] = /^\/(?:cases\/[^/]+|search)\/(\d+)$/.exec(pathname) ?? [];
  return id === undefined ? null : Number(id);
}

/** What somebody looks at for a moment is read. */
function useReadingOfOpenCase(): void {
  const caseId = useOpenCase();
  const { count } = useUnread();
  const { ofCase } = useRead({ isQuiet: true });
  const read = useRef(ofCase);
  useEffect(() => {
    read.current = ofCase;
  });
  useEffect(() => {
    if (caseId === null || count === 0) return;
    const look = () => {
      if (document.visibilityState === 'visible') read.current(caseId);
    };
    const timer = setTimeout(look, READ_AFTER);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [caseId, count]);
}

/** Who is available, and what people are called, wherever it is shown. */
function useColleagues(): void {
  const session = useSession();
  const queries = useQueryClient();
  const readAgain = () => {
    void queries.invalidateQueries({ queryKey: keyOf(usersApi.list) });
    void queries.invalidateQueries({ queryKey: keyOf(routingApi.absences) });
  };
  useRoom(can(session, usersApi.list) ? 'users' : null, readAgain);
}
