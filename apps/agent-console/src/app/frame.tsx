import { useRealtimeState } from '@bureau/client';
import { Banner, IconButton, Panes, usePanes } from '@bureau/ui';
import type { Pane } from '@bureau/ui';
import { Rail } from './rail.tsx';
import { clockWords } from '../plain/days.ts';
import { words } from './words.ts';

export interface FrameProps {
  /** The panes beside the rail. */
  panes: readonly Pane[];
  /** The one that is shown where there is room for one. */
  current: string;
  onBack?: () => void;
}

/** The rail and what the page puts beside it. */
export function Frame({ panes, current, onBack }: FrameProps) {
  const rail: Pane = {
    id: 'rail',
    name: words.navigation,
    width: 220,
    min: 180,
    max: 320,
    givesWay: 2,
    ground: 'sunken',
    content: <Rail />,
  };
  return (
    <div className="frame">
      <OfflineBanner />
      <div className="frame-panes">
        <Panes storageKey="bureau.console.panes" panes={[rail, ...panes]} current={current} onBack={onBack} />
      </div>
    </div>
  );
}

/** A page that needs no list beside it. */
export function PlainPage({ name, children }: { name: string; children: React.ReactNode }) {
  const content = (
    <>
      <div className="frame-top">
        <NavigationButton />
      </div>
      <div className="frame-page">{children}</div>
    </>
  );
  return <Frame panes={[{ id: 'page', name, role: 'main', min: 320, content }]} current="page" />;
}

/** Lays the rail over the page where there is no room beside it. */
export function NavigationButton() {
  const { collapsed, open } = usePanes();
  if (!collapsed.includes('rail')) return null;
  return <IconButton icon="list" label={words.openNavigation} onPress={() => open('rail')} />;
}

function OfflineBanner() {
  const state = useRealtimeState();
  if (state.kind !== 'offline') return null;
  return <Banner tone="caution">{words.offline(clockWords(state.since.toISOString()))}</Banner>;
}
