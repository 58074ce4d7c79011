import './intake.css';
import { intakeApi } from '@bureau/contracts';
import type { IntakeItem } from '@bureau/contracts';
import { can, usePages, useSession } from '@bureau/client';
import { Banner, Button, Link } from '@bureau/ui';
import { sentenceInWords } from '../../language/sentences.ts';
import { intakeWords as words } from './intake.words.ts';
import { useIntakeActions } from './use-intake-actions.ts';

export interface SuggestedBannerProps {
  caseId: number;
  hrefOf: (intakeId: number) => string;
}

/** Messages that may belong to a case but could not prove it: a person decides, and only then they are part of it. */
export function SuggestedBanner({ caseId, hrefOf }: SuggestedBannerProps) {
  const session = useSession();
  const isAllowed = can(session, intakeApi.list);
  const held = usePages(intakeApi.list, { query: { caseId, fate: 'held' } }, { enabled: isAllowed });
  return held.items.map((item) => <Suggestion key={item.id} item={item} href={hrefOf(item.id)} />);
}

function Suggestion({ item, href }: { item: IntakeItem; href: string }) {
  const { accept, dismiss, isBusy } = useIntakeActions();
  const params = { intakeId: item.id };
  return (
    <Banner tone="caution">
      <p className="intake-suggested">
        <strong>{words.suggested.title(item.from)}</strong> {item.subject || words.noSubject}
        <span className="intake-suggested-why">{sentenceInWords(item.reason)}</span>
      </p>
      <div className="intake-actions">
        <Button
          size="small"
          isDisabled={isBusy}
          onPress={() => accept.mutate({ params, body: { into: 'suggested-case' } })}
        >
          {words.suggested.acceptHere}
        </Button>
        <Button size="small" isDisabled={isBusy} onPress={() => accept.mutate({ params, body: { into: 'new-case' } })}>
          {words.suggested.acceptApart}
        </Button>
        <Button size="small" isDisabled={isBusy} onPress={() => dismiss.mutate({ params })}>
          {words.dismiss}
        </Button>
        <Link href={href}>{words.suggested.look}</Link>
      </div>
    </Banner>
  );
}
