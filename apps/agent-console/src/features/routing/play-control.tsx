import './routing.css';
import type { RoutingState } from '@bureau/contracts';
import { Button, Icon, IconButton, Menu, useRunAction } from '@bureau/ui';
import type { MenuAction } from '@bureau/ui';
import { routingWords as words, useRouting } from '../../pieces/routing/index.ts';
import { useRouter } from '@tanstack/react-router';
import { seededName } from '../../plain/seeded-names.ts';
import { OutOfOffice } from './out-of-office.tsx';
import { PLAY, usePlay } from './use-play.ts';

/** Play and Pause: whether the desk gives me cases, and of what. Nothing of it for whom there is nothing to play. */
export function PlayControl() {
  const routing = useRouting();
  if (!routing) return null;
  return (
    <>
      {(routing.filters.length > 0 || routing.playing) && <Control routing={routing} />}
      <OutOfOffice absence={routing.absence} />
    </>
  );
}

function Control({ routing }: { routing: RoutingState }) {
  const run = useRunAction();
  const { playing, filterId } = routing;
  const what = nameOf(routing, filterId);
  return (
    <div className="routing-play" data-playing={playing || undefined}>
      <Button variant="quiet" className="routing-play-button" aria-keyshortcuts="Shift+N" onPress={() => run(PLAY)}>
        <Icon name={playing ? 'pause' : 'play'} />
        <span className="bu-truncate">{playing ? words.pause : words.play}</span>
      </Button>
      <PlayOptions routing={routing} />
      <p className="routing-play-state" role="status" title={stateIn(routing, what)}>
        {stateIn(routing, what)}
      </p>
    </div>
  );
}

/** What is played, and how offers come. */
function PlayOptions({ routing }: { routing: RoutingState }) {
  const { play, prefer } = usePlay();
  const { history } = useRouter();
  const { filters, playing, filterId, autoAccept, sound } = routing;
  const choice = (id: number | null): MenuAction => ({
    id: String(id),
    label: nameOf(routing, id),
    isChecked: playing && filterId === id,
    onAction: () => play(id),
  });
  return (
    <Menu
      label={words.options}
      placement="top end"
      trigger={<IconButton icon="more" size="small" label={words.options} />}
      groups={[
        { id: 'what', title: words.whatToPlay, actions: [choice(null), ...filters.map(({ id }) => choice(id))] },
        {
          id: 'how',
          actions: [
            {
              id: 'auto',
              label: words.autoAccept,
              isChecked: autoAccept,
              onAction: () => prefer({ autoAccept: !autoAccept }),
            },
            { id: 'sound', label: words.sound, isChecked: sound, onAction: () => prefer({ sound: !sound }) },
          ],
        },
        {
          id: 'absence',
          actions: [{ id: 'out', label: words.absence, onAction: () => history.push('/account/availability') }],
        },
      ]}
    />
  );
}

function stateIn({ playing, pausedBy }: RoutingState, what: string): string {
  if (playing) return words.playing(what);
  return pausedBy === null ? '' : words.pausedBy[pausedBy];
}

function nameOf({ filters }: RoutingState, id: number | null): string {
  const filter = filters.find((one) => one.id === id);
  return filter ? seededName('filters', filter.name, filter.key) : words.everything;
}
