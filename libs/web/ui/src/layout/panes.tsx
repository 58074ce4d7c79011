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
  const alone = (panes.find(({ id }) => id === current) ?? panes[0])?.id ?? '';
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
        <PaneRow
          panes={panes}
          shown={isSingle ? [{ id: alone, width: available }] : shown}
          alone={isSingle ? { isMain: panes.some(({ role }) => role === 'main'), onBack } : null}
          onResize={setWidth}
        />
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
  /** There is room for one pane only. `isMain`: one of all is the main part; whichever is alone now stands for it. */
  alone: { isMain: boolean; onBack: (() => void) | undefined } | null;
  onResize: (id: string, width: number) => void;
}

/** A pane stays the same whether it is alone or not: what is typed in it outlives a window that is made narrow. */
function PaneRow({ panes, shown, alone, onResize }: PaneRowProps) {
  const prefix = useId();
  const flexibleAt = shown.findIndex(({ id }) => panes.find((pane) => pane.id === id)?.width === undefined);
  return shown.map(({ id, width }, index) => {
    const pane = panes.find((one) => one.id === id);
    if (!pane) return null;
    const isAfter = index > flexibleAt;
    const separator = alone === null && index !== flexibleAt && (
      <PaneSeparator
        pane={pane}
        paneName={pane.name}
        controls={`${prefix}${id}`}
        width={width}
        isAfter={isAfter}
        onResize={(next) => onResize(id, next)}
      />
    );
    const isFlexible = alone !== null || pane.width === undefined;
    const isMain = alone?.isMain ?? pane.role === 'main';
    return (
      // The separator belongs to its pane's landmark, where a reader who goes by landmarks finds it.
      <section
        key={id}
        // Where a link that skips the navigation leads: `#main`.
        id={isMain ? 'main' : undefined}
        className="bu-pane-region"
        role={isMain ? 'main' : pane.role}
        aria-label={pane.name}
        data-flexible={isFlexible || undefined}
      >
        {isAfter && separator}
        <div
          id={`${prefix}${id}`}
          className="bu-pane"
          data-ground={pane.ground}
          data-flexible={isFlexible || undefined}
          style={{ width: isFlexible ? undefined : width }}
        >
          {alone?.onBack && <BackButton onBack={alone.onBack} />}
          {alone?.isMain && pane.role === 'navigation' ? (
            <nav aria-label={pane.name}>{pane.content}</nav>
          ) : (
            pane.content
          )}
        </div>
        {!isAfter && separator}
      </section>
    );
  });
}

function BackButton({ onBack }: { onBack: () => void }) {
  const words = useUiWords();
  return (
    <div className="bu-pane-back">
      <Button variant="quiet" icon="back" onPress={onBack}>
        {words.back}
      </Button>
    </div>
  );
}
