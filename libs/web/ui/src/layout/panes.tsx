import './panes.css';
import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import { layOutPanes, type PaneMeasure } from './lay-out-panes.ts';
import { PaneContext, type PaneState } from './pane-context.ts';
import { PaneDrawer } from './pane-drawer.tsx';
import { PaneSeparator } from './pane-separator.tsx';
import { usePaneWidths } from './use-pane-widths.ts';
import { useWidth } from './use-width.ts';

export interface Pane extends PaneMeasure {
  /** Read aloud as the name of the region. */
  name: string;
  role?: 'navigation' | 'main' | 'complementary' | 'region';
  ground?: 'surface' | 'sunken';
  content: ReactNode;
}

export interface PanesProps {
  /** Where the widths are kept in this browser: `bureau.console.panes`. */
  storageKey: string;
  panes: readonly Pane[];
  /** The pane to show where there is room for one only. */
  current: string;
  /** Leads from the current pane to the one before it; shown as a back button where there is room for one only. */
  onBack?: () => void;
}

/** Panes side by side that remember their widths, give way in order, and on a phone come one at a time. */
export function Panes({ storageKey, panes, current, onBack }: PanesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const available = useWidth(frame);
  const [wishes, setWidth] = usePaneWidths(storageKey);
  const [opened, open] = useState<string | null>(null);
  const { shown, collapsed } = layOutPanes(panes, wishes, available);
  const isSingle = shown.length === 1 && panes.length > 1;
  const drawer = collapsed.includes(opened ?? '') ? panes.find(({ id }) => id === opened) : undefined;
  const openedId = drawer?.id ?? null;
  const collapsedKey = collapsed.join(' ');
  const state: PaneState = useMemo(
    () => ({ collapsed: collapsedKey.split(' ').filter(Boolean), isSingle, opened: openedId, open }),
    [collapsedKey, isSingle, openedId],
  );

  return (
    <PaneContext value={state}>
      <div ref={frame} className="bu-panes">
        {isSingle ? (
          <SinglePane
            pane={panes.find(({ id }) => id === current) ?? panes[0]}
            isMain={panes.some(({ role }) => role === 'main')}
            onBack={onBack}
          />
        ) : (
          <PaneRow panes={panes} shown={shown} onResize={setWidth} />
        )}
        {drawer && drawer.id !== (isSingle ? current : '') && (
          <PaneDrawer pane={drawer} isAtStart={panes[0] === drawer} onClose={() => open(null)} />
        )}
      </div>
    </PaneContext>
  );
}

interface PaneRowProps {
  panes: readonly Pane[];
  shown: readonly { id: string; width: number }[];
  onResize: (id: string, width: number) => void;
}

function PaneRow({ panes, shown, onResize }: PaneRowProps) {
  const prefix = useId();
  const flexibleAt = shown.findIndex(({ id }) => panes.find((pane) => pane.id === id)?.width === undefined);
  return shown.map(({ id, width }, index) => {
    const pane = panes.find((one) => one.id === id);
    if (!pane) return null;
    const isAfter = index > flexibleAt;
    const separator = index !== flexibleAt && (
      <PaneSeparator
        pane={pane}
        paneName={pane.name}
        controls={`${prefix}${id}`}
        width={width}
        isAfter={isAfter}
        onResize={(next) => onResize(id, next)}
      />
    );
    return (
      // The separator belongs to its pane's landmark, where a reader who goes by landmarks finds it.
      <section
        key={id}
        id={anchorOf(pane)}
        className="bu-pane-region"
        role={pane.role}
        aria-label={pane.name}
        data-flexible={pane.width === undefined || undefined}
      >
        {isAfter && separator}
        <PaneGround pane={pane} id={`${prefix}${id}`} width={pane.width === undefined ? undefined : width} />
        {!isAfter && separator}
      </section>
    );
  });
}

function PaneGround({ pane, id, width }: { pane: Pane; id: string; width?: number }) {
  return (
    <div
      id={id}
      className="bu-pane"
      data-ground={pane.ground}
      data-flexible={width === undefined || undefined}
      style={{ width }}
    >
      {pane.content}
    </div>
  );
}

interface SinglePaneProps {
  pane?: Pane;
  /** One of the panes is the main part of the page: whichever is alone now stands for it. */
  isMain: boolean;
  onBack?: () => void;
}

function SinglePane({ pane, isMain, onBack }: SinglePaneProps) {
  const words = useUiWords();
  if (!pane) return null;
  return (
    <section
      id={isMain ? 'main' : undefined}
      className="bu-pane"
      role={isMain ? 'main' : pane.role}
      aria-label={pane.name}
      data-ground={pane.ground}
      data-flexible
    >
      {onBack && (
        <div className="bu-pane-back">
          <Button variant="quiet" icon="back" onPress={onBack}>
            {words.back}
          </Button>
        </div>
      )}
      {isMain && pane.role === 'navigation' ? <nav aria-label={pane.name}>{pane.content}</nav> : pane.content}
    </section>
  );
}

/** Where a link that skips the navigation leads: `#main`. */
function anchorOf({ role }: Pane): string | undefined {
  return role === 'main' ? 'main' : undefined;
}
