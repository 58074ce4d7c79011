import type { Case } from '@bureau/contracts';
import { Icon, IconButton, PresenceMark, usePanes } from '@bureau/ui';
import { words } from '../app/words.ts';
import { CaseNotices, CaseNumber, FollowButton, SnoozePicker } from '../features/case-actions/index.ts';
import { ArticleButton } from '../features/case-articles/index.ts';
import type { CaseLockState } from '../features/case-lock/index.ts';
import { WorkMark } from '../features/case-lock/index.ts';
import { CaseProperties, LabelStrip, SubjectEditor } from '../features/case-properties/index.ts';
import { MacroButton } from '../features/macros/index.ts';
import { CaseMenu } from './case-menu.tsx';
import { accountWords } from './account-of-case.ts';
import type { CaseAccount } from './account-of-case.ts';
import { caseWords } from './case.words.ts';
import type { othersOf } from './presence.ts';
import type { CaseMenus } from './use-case-menus.tsx';

export interface CaseHeadProps {
  supportCase: Case;
  menus: CaseMenus;
  lock: CaseLockState;
  presence: ReturnType<typeof othersOf>;
  hrefOf: (caseId: number) => string;
  /** Where it came to on its network; null: by mail, or it is not known yet. */
  account: CaseAccount | null;
}

/** What a case is called and how it stands, everything of it to be changed in place; below it what is out of the ordinary. */
export function CaseHead({ supportCase, menus, lock, presence, hrefOf, account }: CaseHeadProps) {
  const { collapsed, open } = usePanes();
  const { actions, groups, dialogs } = menus;
  const isFrozen = actions.frozen !== null;
  return (
    <>
      <header className="case-head">
        <div className="case-title">
          <CaseNumber caseId={supportCase.id} onCopy={actions.copyLink} />
          <SubjectEditor supportCase={supportCase} />
          {presence && <PresenceMark kind="viewing" names={presence.viewing} />}
          <div className="case-tools">
            <WorkMark lock={lock} isNew={supportCase.status === 'new'} isFrozen={isFrozen} />
            <FollowButton actions={actions} />
            <SnoozePicker supportCase={supportCase} />
            <MacroButton supportCase={supportCase} />
            <ArticleButton supportCase={supportCase} />
            <CaseMenu groups={groups} />
            {collapsed.includes('context') && (
              <IconButton icon="user" size="small" label={words.showCustomer} onPress={() => open('context')} />
            )}
          </div>
        </div>
        <div className="case-state">
          <CaseProperties supportCase={supportCase} />
          {account && <AccountMark account={account} />}
          <LabelStrip supportCase={supportCase} />
        </div>
      </header>
      {dialogs}
      <CaseNotices supportCase={supportCase} actions={actions} hrefOf={hrefOf} />
    </>
  );
}

/** On which network somebody wrote, and to which of our accounts. */
function AccountMark({ account }: { account: CaseAccount }) {
  const name = accountWords(account);
  return (
    <span className="case-account" title={caseWords.account}>
      <Icon name={`network-${account.network}`} size={14} label={caseWords.account} />
      <span className="bu-truncate">{name}</span>
    </span>
  );
}
