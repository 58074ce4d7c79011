import { useRealtimeState } from '@bureau/client';
import { Icon, IconButton } from '@bureau/ui';
import { useEffect, useState } from 'react';
import { words } from './words.ts';

/** Milliseconds: a line that is mended at once is not worth a word beside the badge. */
const PATIENCE = 2_000;

/**
 * What being offline means: above the foot of the rail, in room of its own that the filters give; over the head of the
 * page where there is no rail. What is read and written stays where it is.
 */
export function OfflineNote() {
  const state = useRealtimeState();
  const isOffline = state.kind === 'offline';
  const [isShown, show] = useState(false);
  useEffect(() => {
    if (!isOffline) return show(false);
    const timer = setTimeout(() => show(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [isOffline]);
  if (!isShown || !isOffline) return null;
  return (
    <div className="offline-note">
      <Icon name="alert" />
      <p>{words.offline}</p>
      <IconButton icon="close" size="small" label={words.hideOffline} onPress={() => show(false)} />
    </div>
  );
}
