import { useEffect } from 'react';

/** Where a reader was: which message stood at the top of what she saw, and how many pixels below the edge. */
interface Place {
  id: string;
  offset: number;
}

/** Of this window only: another one reads elsewhere. */
const places = new Map<number, Place>();
/** Pixels from the end within which a reader is at the end, where a case opens anyway. */
const NEAR = 80;
/** Milliseconds in which mails still find their height. */
const SETTLING = 1500;
const HANDS = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const;

/** Brings a reader who comes back to a case to where she left it, unless that was its end. */
export function useKeptScroll(caseId: number, isReady: boolean): void {
  useEffect(() => {
    const scroller = document.querySelector<HTMLElement>('[data-case-focus]');
    if (!isReady || !scroller) return;
    const stop = restore(scroller, places.get(caseId));
    const look = () => remember(scroller, caseId);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      stop();
      scroller.removeEventListener('scroll', look);
    };
  }, [caseId, isReady]);
}

function remember(scroller: HTMLElement, caseId: number): void {
  const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  const edge = scroller.getBoundingClientRect().top;
  const message = [...scroller.querySelectorAll('[id^="message-"]')].find(
    (one) => one.getBoundingClientRect().bottom > edge,
  );
  if (left < NEAR || !message) places.delete(caseId);
  else places.set(caseId, { id: message.id, offset: message.getBoundingClientRect().top - edge });
}

/** Holds the place while what is above it still grows; a hand on the page ends that. Returns how to stop. */
function restore(scroller: HTMLElement, place: Place | undefined): () => void {
  if (!place) return () => undefined;
  const put = () => {
    const message = scroller.querySelector(`#${CSS.escape(place.id)}`);
    if (!message) return;
    const offset = message.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    if (Math.abs(offset - place.offset) > 1) scroller.scrollTop += offset - place.offset;
  };
  const observer = new ResizeObserver(put);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    HANDS.forEach((hand) => scroller.removeEventListener(hand, stop));
  };
  const timer = setTimeout(stop, SETTLING);
  for (const child of scroller.children) observer.observe(child);
  HANDS.forEach((hand) => scroller.addEventListener(hand, stop, { passive: true }));
  put();
  return stop;
}
