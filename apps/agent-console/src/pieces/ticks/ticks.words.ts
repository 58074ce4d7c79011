import { words } from '../../language/words.ts';

export const ticksWords = words('ticks', {
  section: 'Several cases',
  toggle: 'Select the case, or deselect it',
  down: 'Select downwards',
  up: 'Select upwards',
  none: 'Select nothing',
});
