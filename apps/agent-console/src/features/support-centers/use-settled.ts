import { useEffect, useState } from 'react';

/** A value once it has stayed the same, by content, for so many milliseconds: plain data only. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  const said = JSON.stringify(value);
  useEffect(() => {
    if (JSON.stringify(settled) === said) return;
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [said, settled, value, milliseconds]);
  return settled;
}
