import { AttachToMessage } from './attach-to-message.ts';
import { EraseContent } from './erase-content.ts';
import { HideMessage } from './hide-message.ts';

/** What is done to something that was said. */
export const MESSAGE_VERBS = [AttachToMessage, EraseContent, HideMessage];
