import type { Case } from '@bureau/contracts';
import { useActions } from '@bureau/ui';
import type { Action, MenuGroup } from '@bureau/ui';
import { actionsWords as words } from './case-actions.words.ts';
import { useCaseActions } from './use-case-actions.ts';
import type { CaseActions } from './use-case-actions.ts';

const { section, ...does } = words.shortcuts;

export interface CaseMenuEntries {
  actions: CaseActions;
  /** What one does for oneself: follow, copy, print. */
  forMe: readonly MenuGroup[];
  /** What takes the case away: spam, trash. */
  away: readonly MenuGroup[];
}

/** The entries of the menu of a case that belong to the case as a whole, and their keys. */
export function useCaseMenu(supportCase: Case): CaseMenuEntries {
  const actions = useCaseActions(supportCase);
  const { isFollowed, toggleFollow, toggleSpam, toggleTrash, copyLink, print } = actions;
  const trash: Action[] =
    toggleTrash === null
      ? []
      : [{ id: 'case.trash', keys: '#', section, description: does.trash, icon: 'trash', run: toggleTrash }];
  useActions([
    { id: 'case.follow', keys: 'shift+f', section, description: does.follow, icon: 'bell', run: toggleFollow },
    { id: 'case.spam', keys: '!', section, description: does.spam, icon: 'shield-alert', run: toggleSpam },
    { id: 'case.copy-link', keys: 'shift+c', section, description: does.copyLink, icon: 'link', run: copyLink },
    { id: 'case.print', keys: 'mod+p', section, description: does.print, icon: 'print', run: print },
    ...trash,
  ]);
  const isSpam = supportCase.spamAt !== null;
  const isTrash = supportCase.deletedAt !== null;
  return {
    actions,
    forMe: [
      {
        id: 'for-me',
        actions: [
          {
            id: 'follow',
            label: isFollowed ? words.unfollow : words.follow,
            detail: words.followHint,
            icon: 'bell',
            keys: 'shift+f',
            onAction: toggleFollow,
          },
          { id: 'copy-link', label: words.copyLink, icon: 'link', keys: 'shift+c', onAction: copyLink },
          { id: 'print', label: words.print, icon: 'print', keys: 'mod+p', onAction: print },
        ],
      },
    ],
    away: [
      {
        id: 'away',
        actions: [
          {
            id: 'spam',
            label: isSpam ? words.notSpam : words.spam,
            icon: 'shield-alert',
            keys: '!',
            onAction: toggleSpam,
          },
          ...(toggleTrash === null
            ? []
            : [
                {
                  id: 'trash',
                  label: isTrash ? words.restore : words.trash,
                  icon: 'trash' as const,
                  keys: '#',
                  onAction: toggleTrash,
                },
              ]),
        ],
      },
    ],
  };
}
