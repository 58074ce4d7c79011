export { RealtimeGate, type RealtimeActor } from './realtime-gate.ts';
export { RealtimeModule } from './realtime.module.ts';
export { RealtimePublisher } from './realtime-publisher.ts';
export { REALTIME_PATH, RealtimeServer } from './realtime-server.ts';
export type { RealtimeOptions } from './realtime-options.ts';
export { RoomRules, type RoomRule } from './room-rules.ts';
export { RealtimeWires } from './realtime-wires.ts';
