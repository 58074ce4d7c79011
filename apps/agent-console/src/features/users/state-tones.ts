import type { UserState } from '@bureau/contracts';
import type { Tone } from '@bureau/ui';

/** How loudly a state of a user is shown. */
export const stateTones: Record<UserState, Tone> = { active: 'positive', invited: 'accent', disabled: 'neutral' };
