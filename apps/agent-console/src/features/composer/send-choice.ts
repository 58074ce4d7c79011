import type { ReplyStatus } from './composer.words.ts';

const NAME = 'bureau.send';
const choices: readonly ReplyStatus[] = ['open', 'pending', 'resolved'];

/** The way of sending that was used last in this browser; what the send button will do. */
export function lastSendChoice(storage: Storage): ReplyStatus {
  return choices.find((choice) => choice === storage.getItem(NAME)) ?? 'pending';
}

export function rememberSendChoice(storage: Storage, choice: ReplyStatus): void {
  storage.setItem(NAME, choice);
}
