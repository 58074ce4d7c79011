import { Button, Tooltip } from '@bureau/ui';
import { actionsWords as words } from './case-actions.words.ts';

/** The number by which people name the case; pressed, its link is copied. */
export function CaseNumber({ caseId, onCopy }: { caseId: number; onCopy: () => void }) {
  return (
    <Tooltip text={words.copyLink} keys="shift+c">
      <Button
        variant="quiet"
        size="small"
        className="case-number bu-figures"
        aria-label={words.copyNumber(caseId)}
        onPress={onCopy}
      >
        #{caseId}
      </Button>
    </Tooltip>
  );
}
