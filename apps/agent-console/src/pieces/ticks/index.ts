export { pressOf, TickMark } from './tick-mark.tsx';
export type { RowPress } from './tick-mark.tsx';
export { noTicks, tickUpTo, toggleTick } from './ticks.ts';
export type { Ticks } from './ticks.ts';
export { useTickKeys } from './use-tick-keys.ts';
export { useTicks } from './use-ticks.ts';
export type { TickState } from './use-ticks.ts';
