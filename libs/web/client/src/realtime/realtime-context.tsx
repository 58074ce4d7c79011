import type { Doing } from '@bureau/contracts';
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { pause } from '../pause.ts';
import type { createRealtime, Realtime, RealtimeOptions } from './create-realtime.ts';
import type { People } from './presences.ts';
import type { RealtimeState, RoomHandler } from './realtime-state.ts';

const RealtimeContext = createContext<Realtime | null>(null);
const NOBODY: People = [];

/** Milliseconds until the code is asked for again, where the network was gone at just that moment. */
const ASK_AGAIN = 2_000;

/** The connection's code comes while the page is painted: nothing on the first screen waits for it. */
async function loadRealtime(signal: AbortSignal): Promise<typeof createRealtime> {
  try {
    return (await import('./create-realtime.ts')).createRealtime;
  } catch (error) {
    if (signal.aborted) throw error;
    await pause(ASK_AGAIN, signal);
    return loadRealtime(signal);
  }
}

/** Keeps one connection for everything below. Give it a `key` that changes with the session. */
export function RealtimeProvider({ children, ...options }: RealtimeOptions & { children: ReactNode }) {
  const [realtime, setRealtime] = useState<Realtime | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    let connection: Realtime | null = null;
    const left = new AbortController();
    void loadRealtime(left.signal).then((createRealtime) => {
      if (left.signal.aborted) return;
      connection = createRealtime({
        url: options.url,
        onRoomEvent: (event) => latest.current.onRoomEvent?.(event),
        onGap: (room) => latest.current.onGap?.(room),
        onReturn: () => latest.current.onReturn?.(),
        onState: (state) => latest.current.onState?.(state),
      });
      setRealtime(connection);
    });
    return () => {
      left.abort();
      connection?.close();
      setRealtime(null);
    };
  }, [options.url]);
  return <RealtimeContext value={realtime}>{children}</RealtimeContext>;
}

/** For the badge. */
export function useRealtimeState(): RealtimeState {
  const realtime = useContext(RealtimeContext);
  return useSyncExternalStore(realtime?.state.subscribe ?? subscribeToNothing, realtime?.state.get ?? connecting);
}

/** Hears of a room while the component is shown; `null` for no room. The handler may be a new function each time. */
export function useRoom(room: string | null, handler: RoomHandler): void {
  const realtime = useContext(RealtimeContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (room === null) return undefined;
    return realtime?.enter(room, (news) => latest.current(news));
  }, [realtime, room]);
}

/** Says that this person views or writes the case, and returns who else does (this person included). */
export function usePresence(caseId: number, doing: Doing): People {
  const realtime = useContext(RealtimeContext);
  const room = `case:${caseId}`;
  useRoom(room, ignore);
  useEffect(() => () => realtime?.presences.tell(room, null), [realtime, room]);
  useEffect(() => realtime?.presences.tell(room, doing), [realtime, room, doing]);
  return usePeople(realtime).get(room) ?? NOBODY;
}

/** Says that this person is there, in a room that is no case; `null` for nowhere. */
export function usePresentIn(room: string | null): void {
  const realtime = useContext(RealtimeContext);
  useRoom(room, ignore);
  useEffect(() => {
    if (room === null) return undefined;
    realtime?.presences.tell(room, 'viewing');
    return () => realtime?.presences.tell(room, null);
  }, [realtime, room]);
}

/** Who is on which case, for marks in lists: by case id. */
export function usePresenceMarks(): (caseId: number) => People {
  const realtime = useContext(RealtimeContext);
  useRoom('presence', ignore);
  const people = usePeople(realtime);
  return (caseId) => people.get(`case:${caseId}`) ?? NOBODY;
}

function usePeople(realtime: Realtime | null): ReadonlyMap<string, People> {
  return useSyncExternalStore(
    realtime?.presences.people.subscribe ?? subscribeToNothing,
    realtime?.presences.people.get ?? nobodyAnywhere,
  );
}

const CONNECTING: RealtimeState = { kind: 'catching-up' };
const EMPTY: ReadonlyMap<string, People> = new Map();
const connecting = () => CONNECTING;
const nobodyAnywhere = () => EMPTY;
const ignore = () => undefined;
const subscribeToNothing = () => () => undefined;
