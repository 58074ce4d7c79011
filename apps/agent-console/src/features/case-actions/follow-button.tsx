import { IconButton } from '@bureau/ui';
import { actionsWords as words } from './case-actions.words.ts';
import type { CaseActions } from './use-case-actions.ts';

/** Whether I am told when somebody writes here, and the way to change it. */
export function FollowButton({ actions: { isFollowed, toggleFollow } }: { actions: CaseActions }) {
  return (
    <IconButton
      icon="bell"
      size="small"
      label={isFollowed ? words.unfollow : words.follow}
      keys="shift+f"
      aria-pressed={isFollowed}
      onPress={toggleFollow}
    />
  );
}
