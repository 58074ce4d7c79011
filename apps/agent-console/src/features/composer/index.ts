export { Composer } from './composer.tsx';
export { outgoingMessage } from './outgoing-message.ts';
export { useUndoSend } from './use-undo-send.ts';
export type { Writing } from './writing.ts';
