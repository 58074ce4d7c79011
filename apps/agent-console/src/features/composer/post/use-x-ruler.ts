import { useEffect, useState } from 'react';
import { untilLoaded } from '../../../pieces/late/index.ts';
import type { XRuler } from './measure.ts';

let loaded: XRuler | null = null;
let loading: Promise<XRuler> | undefined;

function load(): Promise<XRuler> {
  loading ??= untilLoaded(() => import('@bureau/domain/x-text')).then((rules) => (loaded = rules));
  return loading;
}

/** How X counts; null until its rules are here, which only cases of X need. */
export function useXRuler(isNeeded: boolean): XRuler | null {
  const [ruler, setRuler] = useState(loaded);
  useEffect(() => {
    if (!isNeeded) return;
    let isGone = false;
    void load().then((rules) => isGone || setRuler(rules));
    return () => {
      isGone = true;
    };
  }, [isNeeded]);
  return ruler;
}
