import { letter } from './style-letter.ts';
import { panes } from './style-panes.ts';
import { tokens } from './style-tokens.ts';

export const style = tokens + panes + letter;
