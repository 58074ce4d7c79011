import { IconButton, Panes, usePanes } from '@bureau/ui';
import type { Pane } from '@bureau/ui';
import { useEffect, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { focusPage } from './focus-on-arrival.tsx';
import { LateSystemMessage } from './late-system-message.tsx';
import { OfflineNote } from './offline-note.tsx';
import { Rail } from './rail.tsx';
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
  const [isRailShown, showRail] = useState(false);
  const rail: Pane = {
    id: 'rail',
    name: words.navigation,
    width: 220,
    min: 220,
    max: 320,
    givesWay: 2,
    ground: 'sunken',
    content: <Rail onShown={showRail} />,
  };
  return (
    <div className="frame">
      <a href="#main" className="frame-skip" onClick={skipToMain}>
        {words.skip}
      </a>
      <LateSystemMessage />
      <div className="frame-panes">
        <Panes storageKey="bureau.console.panes" panes={[rail, ...panes]} current={current} onBack={onBack} />
      </div>
      {!isRailShown && <OfflineNote />}
    </div>
  );
}

/** Into the list, where there is one; else to the page. */
function skipToMain(event: MouseEvent): void {
  event.preventDefault();
  focusPage();
}

/** A page that needs no list beside it. */
export function PlainPage({ name, children }: { name: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${name} · ${words.product}`;
  }, [name]);
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
