import type { Fate } from '@bureau/contracts';
import { Badge } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { intakeWords as words } from './intake.words.ts';

const tones: Record<Fate, Tone> = {
  waiting: 'accent',
  message: 'positive',
  duplicate: 'neutral',
  held: 'caution',
  suppressed: 'neutral',
  failed: 'danger',
};

/** What became of an inbound thing, in one word. */
export function FateMark({ fate }: { fate: Fate }) {
  return (
    <span title={words.fateMeanings[fate]}>
      <Badge tone={tones[fate]}>{words.fates[fate]}</Badge>
    </span>
  );
}
