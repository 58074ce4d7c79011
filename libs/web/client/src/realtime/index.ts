export { createRealtime, type Realtime, type RealtimeOptions } from './create-realtime.ts';
export {
  RealtimeProvider,
  usePresence,
  usePresenceMarks,
  usePresentIn,
  useRealtimeState,
  useRoom,
} from './realtime-context.tsx';
export type { People } from './presences.ts';
export type { RealtimeState, RoomHandler, RoomNews } from './realtime-state.ts';
