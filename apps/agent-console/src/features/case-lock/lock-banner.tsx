import './case-lock.css';
import { Avatar, Banner, Button, Tooltip, useActions } from '@bureau/ui';
import { useState } from 'react';
import { clockWords } from '../../plain/days.ts';
import { lockWords as words } from './case-lock.words.ts';
import type { CaseLockState } from './use-case-lock.ts';

/** Says calmly that a colleague works on the case, or took it over, and what one can do. */
export function LockBanner({ lock }: { lock: CaseLockState }) {
  const { heldBy, lostTo } = lock;
  if (heldBy === null) return lostTo === null ? null : <FreeAgain name={lostTo} onClose={lock.forgive} />;
  return <Held lock={lock} name={heldBy} />;
}

function Held({ lock, name }: { lock: CaseLockState; name: string }) {
  const { since, until, lostTo, mayTakeOver } = lock;
  const [isTaking, setTaking] = useState(false);
  const takeOver = async () => {
    setTaking(true);
    await lock.takeOver();
    setTaking(false);
  };
  const { section, takeOver: description } = words.shortcuts;
  useActions(mayTakeOver ? [{ id: 'case.take-over', section, description, run: () => void takeOver() }] : []);
  const isLost = lostTo !== null;
  const held = since === null ? words.heldNow(name) : words.held(name, clockWords(since));
  const action = mayTakeOver && (
    <Tooltip text={words.takeOverHint(name)} placement="bottom end">
      <Button size="small" isPending={isTaking} onPress={() => void takeOver()}>
        {words.takeOver}
      </Button>
    </Tooltip>
  );
  return (
    <div className="lock-banner">
      <Banner tone="caution" action={action || undefined}>
        <span className="lock-words">
          <Avatar name={name} size={20} isDecoration />
          <span>
            <strong>{isLost ? words.lost(lostTo) : held}</strong> {isLost ? words.lostSafe : words.meanwhile}{' '}
            {!mayTakeOver && until !== null && words.freeBy(clockWords(until))}
          </span>
        </span>
      </Banner>
    </div>
  );
}

/** Whoever took the case from me has let it go. */
function FreeAgain({ name, onClose }: { name: string; onClose: () => void }) {
  return (
    <div className="lock-banner">
      <Banner tone="positive" onClose={onClose}>
        {words.lostFree(name)}
      </Banner>
    </div>
  );
}
