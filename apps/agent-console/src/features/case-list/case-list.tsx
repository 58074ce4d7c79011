import './case-list.css';
import type { Filter } from '@bureau/contracts';
import { Button, useDensity } from '@bureau/ui';
import { useState } from 'react';
import type { TickState } from '../../pieces/ticks/index.ts';
import { caseListWords as words } from './case-list.words.ts';
import type { RowPresence } from './case-row.tsx';
import { CaseRows, rowId } from './case-rows.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { NoRows } from './no-rows.tsx';
import { useListHands } from './use-list-hands.ts';
import type { OwnView } from './use-list-view.ts';
import { useRowsOnScreen } from './use-rows-on-screen.ts';
import { useWidthOf } from './use-width-of.ts';

/** From so many CSS pixels on, chosen columns stand side by side. */
const TABLE_FROM = 720;

export interface CaseListProps {
  filter: Filter;
  view: OwnView;
  ticks: TickState;
  selectedId: number | null;
  onSelect: (caseId: number) => void;
  /** Goes into the selected case. */
  onEnter: () => void;
  hrefOf: (caseId: number) => string;
  /** Who else is at a case; undefined when nobody is. */
  presenceOf: (caseId: number) => RowPresence | undefined;
}

/** The cases of a filter, in its order. It stays live, and never moves a row under the cursor. */
export function CaseList(props: CaseListProps) {
  const { filter, view, ticks, hrefOf, presenceOf } = props;
  const screen = useRowsOnScreen(props);
  const { current, press, toggle, onKeyDown } = useListHands(screen, props);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const { density, rowHeight } = useDensity();
  const isTable = useWidthOf(scroller) >= TABLE_FROM && view.columns.length > 0;
  const { entries, stops, waiting, onSight } = screen;

  const showNews = () => {
    screen.adopt();
    scroller?.scrollTo({ top: 0 });
  };
  if (entries.length === 0) return <NoRows filter={filter} list={screen.list} density={density} />;
  return (
    <div className="case-list">
      {waiting > 0 && (
        <Button className="case-list-news" size="small" icon="chevron-up" onPress={showNews}>
          <span className="bu-figures">{words.news(waiting)}</span>
        </Button>
      )}
      {isTable && <ColumnHeads columns={view.columns} sort={view.sort} />}
      <div
        ref={setScroller}
        className="case-list-scroller"
        role="listbox"
        tabIndex={0}
        aria-label={words.list(filter.name)}
        aria-multiselectable
        aria-activedescendant={current !== null && stops.includes(current) ? rowId(current) : undefined}
        data-list-focus
        data-ticking={ticks.value.ids.size > 0 || undefined}
        onKeyDown={onKeyDown}
        {...screen.hold}
      >
        {scroller && (
          <CaseRows
            {...{ entries, current, scroller, rowHeight, isTable, presenceOf, hrefOf, onSight }}
            columns={view.columns}
            groupBy={view.groupBy}
            ticked={ticks.value.ids}
            onPress={press}
            onToggle={toggle}
          />
        )}
      </div>
    </div>
  );
}
