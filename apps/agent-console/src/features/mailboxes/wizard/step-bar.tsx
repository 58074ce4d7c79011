import { Button } from '@bureau/ui';
import type { ReactNode } from 'react';
import { wizardWords as words } from './wizard.words.ts';

/** The way on and the way back, at the foot of each place. */
export function StepBar({ onBack, children }: { onBack?: () => void; children: ReactNode }) {
  return (
    <div className="wizard-bar">
      {children}
      {onBack && (
        <Button icon="back" onPress={onBack}>
          {words.back}
        </Button>
      )}
    </div>
  );
}
