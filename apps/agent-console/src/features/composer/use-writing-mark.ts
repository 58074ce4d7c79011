import { useEffect, useEffectEvent, useRef } from 'react';

/** Milliseconds without a keystroke after which nobody is said to be writing. */
const REST = 20_000;

/** Tells colleagues that somebody writes while keys are pressed, and that she stopped when she rests or leaves. */
export function useWritingMark(onWriting: (isWriting: boolean) => void): (isWriting: boolean) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useEffectEvent(onWriting);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      tell(false);
    },
    [],
  );

  return (isWriting) => {
    clearTimeout(timer.current);
    onWriting(isWriting);
    if (isWriting) timer.current = setTimeout(() => onWriting(false), REST);
  };
}
