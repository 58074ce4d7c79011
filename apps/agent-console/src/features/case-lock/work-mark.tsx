import './case-lock.css';
import { Button, Icon, Tooltip, useActions } from '@bureau/ui';
import { clockWords } from '../../plain/days.ts';
import { lockWords as words } from './case-lock.words.ts';
import type { CaseLockState } from './use-case-lock.ts';

/** Shows that I work on the case and lets me stop; on a case that nobody has opened yet it is how one begins. */
export function WorkMark({ lock, isNew, isFrozen }: { lock: CaseLockState; isNew: boolean; isFrozen: boolean }) {
  const isMine = lock.state === 'mine';
  const { section, work: description } = words.shortcuts;
  const toggle = () => (isMine ? lock.free() : lock.take());
  const isPossible = isMine || (lock.state === 'free' && !isFrozen);
  useActions(isPossible ? [{ id: 'case.work', keys: 'o', section, description, icon: 'pencil', run: toggle }] : []);
  if (isMine) {
    return (
      <Tooltip text={`${words.mine}. ${lock.until === null ? '' : words.mineHint(clockWords(lock.until))}`} keys="o">
        <Button
          variant="quiet"
          size="small"
          className="work-mark"
          aria-label={`${words.mine}: ${words.letGo}`}
          onPress={toggle}
        >
          <Icon name="pencil" size={14} />
          <span className="work-mark-words">{words.letGo}</span>
        </Button>
      </Tooltip>
    );
  }
  if (!isNew || !isPossible) return null;
  return (
    <Tooltip text={words.workHint} keys="o">
      <Button size="small" onPress={toggle}>
        {words.work}
      </Button>
    </Tooltip>
  );
}
