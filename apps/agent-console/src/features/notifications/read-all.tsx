import { Button } from '@bureau/ui';
import { notificationsWords as words } from './notifications.words.ts';
import { useRead } from './use-read.ts';
import { useUnread } from './use-unread.ts';

/** Everything is read at once. */
export function ReadAll() {
  const { count } = useUnread();
  const { all, isReadingAll } = useRead();
  return (
    <Button size="small" icon="check" isDisabled={count === 0} isPending={isReadingAll} onPress={all}>
      {words.readAll}
    </Button>
  );
}
