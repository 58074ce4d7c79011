import { casesApi } from '@bureau/contracts';
import { can, useRealtimeState, useSession } from '@bureau/client';
import { Button, Icon, IconButton, Kbd, Link, LiveBadge, useRunAction } from '@bureau/ui';
import { useLayoutEffect } from 'react';
import { FilterLinks } from '../features/filters/index.ts';
import { NotificationBell } from '../features/notifications/index.ts';
import { nextCaseWords, useNextCase } from '../pieces/next-case/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { AvailabilitySwitch } from './availability-switch.tsx';
import { NEW_CASE } from './console-actions.tsx';
import { LatePlay } from './late-routing.tsx';
import { OfflineNote } from './offline-note.tsx';
import { useIsAt, usePlaces } from './places.ts';
import type { Place } from './places.ts';
import { railWords as words } from './rail.words.ts';
import { useDrawerThatLeaves } from './use-drawer-that-leaves.ts';
import { words as frameWords } from './words.ts';

export interface RailProps {
  /** Told whether the rail is on the screen: what else it says must be said elsewhere while it is not. */
  onShown: (isShown: boolean) => void;
}

/** The way to every place of the desk, how much waits there, and whether what one sees is live. */
export function Rail({ onShown }: RailProps) {
  const isAt = useIsAt();
  const run = useRunAction();
  const session = useSession();
  useDrawerThatLeaves();
  useLayoutEffect(() => {
    onShown(true);
    return () => onShown(false);
  }, [onShown]);
  return (
    <div className="rail">
      <div className="rail-head">
        <AccountMenu />
        <NotificationBell />
      </div>
      <div className="rail-begin">
        <NextButton />
        {can(session, casesApi.open) && (
          <IconButton icon="plus" label={frameWords.newCase} keys="c" onPress={() => run(NEW_CASE)} />
        )}
        <IconButton icon="search" label={words.palette} keys="mod+k" onPress={() => run('palette.open')} />
      </div>
      <nav className="rail-places" aria-label={words.filtersAndPlaces}>
        <div className="rail-filters">
          <FilterLinks isAt={isAt} />
        </div>
        <ul className="rail-desk">
          {usePlaces().map((place) => (
            <RailLink key={place.href} place={place} isCurrent={[place.href, ...(place.also ?? [])].some(isAt)} />
          ))}
        </ul>
      </nav>
      <OfflineNote />
      <div className="rail-foot">
        <LatePlay />
        <AvailabilitySwitch />
        <Live />
      </div>
    </div>
  );
}

function NextButton() {
  const next = useNextCase();
  return (
    <Button variant="quiet" className="rail-next" aria-keyshortcuts="n" onPress={() => void next()}>
      <Icon name="play" />
      <span className="bu-truncate">{nextCaseWords.next}</span>
      <span aria-hidden="true">
        <Kbd keys="n" />
      </span>
    </Button>
  );
}

function RailLink({ place: { href, icon, label }, isCurrent }: { place: Place; isCurrent: boolean }) {
  return (
    <li>
      <Link href={href} quiet className="rail-link" aria-current={isCurrent ? 'page' : undefined}>
        <Icon name={icon} />
        <span className="bu-truncate">{label}</span>
      </Link>
    </li>
  );
}

/** The badge that tells the truth about the line to the desk. */
export function Live() {
  const state = useRealtimeState();
  if (state.kind === 'offline') return <LiveBadge state="offline" since={state.since} />;
  return <LiveBadge state={state.kind === 'live' ? 'live' : 'catching-up'} />;
}
