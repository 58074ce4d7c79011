import { Button } from '@bureau/ui';
import { useEffect, useState } from 'react';
import { integrationPaneWords as words } from './integration-pane.words.ts';

/** Whether the page of the console refuses this origin: it was named after the page had come. */
export function useComesLater(origin: string | null): boolean {
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    const onRefusal = ({ blockedURI, effectiveDirective, originalPolicy }: SecurityPolicyViolationEvent) => {
      const isOfFrames = effectiveDirective === 'frame-src' || effectiveDirective === 'form-action';
      if (!isOfFrames || origin === null || URL.parse(blockedURI)?.origin !== origin) return;
      // A page that led its frame to another host is refused under its own name, too.
      if (!originalPolicy.split(/[\s;]+/).includes(origin)) setRefused(true);
    };
    document.addEventListener('securitypolicyviolation', onRefusal);
    return () => document.removeEventListener('securitypolicyviolation', onRefusal);
  }, [origin]);
  return isRefused;
}

export function ComesLater() {
  return (
    <>
      <p className="integration-pane-quiet">{words.later}</p>
      <Button size="small" onPress={() => window.location.reload()}>
        {words.reload}
      </Button>
    </>
  );
}
