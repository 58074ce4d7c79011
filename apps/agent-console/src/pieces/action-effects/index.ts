export { ActionEffects } from './action-effects.tsx';
export type { ActionEffectsProps } from './action-effects.tsx';
