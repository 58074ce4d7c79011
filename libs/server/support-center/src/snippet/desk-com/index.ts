import { ACCOUNT } from './account.ts';
import { CASES } from './cases.ts';
import { CHAT } from './chat.ts';
import { FEEDBACK } from './feedback.ts';
import { GENERAL } from './general.ts';
import { englishOf, germanOf } from './pairs.ts';
import { QUESTIONS } from './questions.ts';

/** The 308 texts that Desk.com's themes know by name, in our words. */
const ALL = { ...GENERAL, ...ACCOUNT, ...CASES, ...QUESTIONS, ...FEEDBACK, ...CHAT };

export const DESK_COM_ENGLISH = englishOf(ALL);
export const DESK_COM_GERMAN = germanOf(ALL);
