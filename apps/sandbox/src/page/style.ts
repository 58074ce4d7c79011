import { facebook } from './style-facebook.ts';
import { letter } from './style-letter.ts';
import { panes } from './style-panes.ts';
import { places } from './style-places.ts';
import { salesforce } from './style-salesforce.ts';
import { tokens } from './style-tokens.ts';
import { x } from './style-x.ts';

export const style = tokens + panes + letter + places + facebook + x + salesforce;
