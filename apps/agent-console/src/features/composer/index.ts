export { Composer } from './composer.tsx';
export { hasDraft } from './has-draft.ts';
export { outgoingMessage } from './outgoing-message.ts';
export { useUndoSend } from './use-undo-send.ts';
export type { Writing } from './writing.ts';
