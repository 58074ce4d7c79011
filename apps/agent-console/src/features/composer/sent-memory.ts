import type { Writing } from './writing.ts';

/** What left this page, by its delivery, for as long as it may be taken back; the latest few. */
const sent = new Map<number, Writing>();
const AT_MOST = 20;

export function rememberSent(deliveryId: number, writing: Writing): void {
  sent.set(deliveryId, writing);
  const [oldest] = sent.keys();
  if (sent.size > AT_MOST && oldest !== undefined) sent.delete(oldest);
}

/** As it stood when it was sent, with what the desk's draft does not hold: recipients, subject, what was forwarded. */
export function recallSent(deliveryId: number): Writing | null {
  return sent.get(deliveryId) ?? null;
}
