import type { FoundCases as Found } from '@bureau/contracts';
import { Button, EmptyState, ErrorState, Icon, Skeleton } from '@bureau/ui';
import type { KeyboardEvent } from 'react';
import { useListCursor } from '../../pieces/use-list-cursor.ts';
import { tickUpTo, toggleTick, useTickKeys } from '../../pieces/ticks/index.ts';
import type { RowPress, TickState } from '../../pieces/ticks/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { FoundRow } from './found-row.tsx';
import { searchWords as words } from './search.words.ts';
import { useRecentSearches } from './use-recent-searches.ts';
import { useSearch } from './use-search.ts';

export interface FoundCasesProps {
  q: string;
  ticks: TickState;
  selectedId: number | null;
  onSelect: (caseId: number) => void;
  onEnter: () => void;
  onSearch: (q: string) => void;
  hrefOf: (caseId: number) => string;
}

/** The cases that were found, the best first, and how what was typed was understood. */
export function FoundCases({ q, onSearch, ...list }: FoundCasesProps) {
  const pages = useSearch(q);
  const { first } = pages;
  const recent = useRecentSearches(q, (first?.items.length ?? 0) > 0);
  if (q === '') {
    return (
      <div className="found">
        <Recent searches={recent} onSearch={onSearch} />
        <Operators onSearch={onSearch} />
      </div>
    );
  }
  if (pages.isPending) return <Skeleton rows={8} />;
  if (pages.isError && !first) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        advice={problemText(pages.error)}
        onRetry={() => void pages.refetch()}
        isRetrying={pages.isFetching}
      />
    );
  }
  return (
    <div className="found">
      {first && <Understood found={first} onSearch={onSearch} />}
      {pages.items.length === 0 ? (
        <EmptyState icon="search">{words.nothing(q)}</EmptyState>
      ) : (
        <Rows q={q} items={pages.items} {...list} />
      )}
      {pages.items.length === 0 && <Operators onSearch={onSearch} />}
      {pages.hasNextPage && (
        <Button
          variant="quiet"
          className="found-more"
          isPending={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </div>
  );
}

type RowsProps = Omit<FoundCasesProps, 'onSearch'> & { items: Found['items'] };

function Rows({ q, items, ticks, selectedId, onSelect, onEnter, hrefOf }: RowsProps) {
  const ids = items.map(({ id }) => id);
  const { current, move, enter } = useListCursor({ ids, selectedId, onSelect, onEnter });
  const onTickKey = useTickKeys({ ticks, order: ids, current, move });
  const press = (caseId: number, how: RowPress) => {
    if (how === 'select') onSelect(caseId);
    else ticks.set(how === 'tick' ? toggleTick(ticks.value, caseId) : tickUpTo(ticks.value, caseId, ids));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, (() => unknown) | undefined> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: enter,
    };
    const step = onTickKey(event) ? () => undefined : steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
  return (
    <div
      className="found-rows"
      role="listbox"
      tabIndex={0}
      aria-label={words.results(q)}
      aria-activedescendant={current !== null && ids.includes(current) ? rowId(current) : undefined}
      aria-multiselectable
      data-list-focus
      data-ticking={ticks.value.ids.size > 0 || undefined}
      onKeyDown={onKeyDown}
    >
      {items.map((row) => (
        <FoundRow
          key={row.id}
          row={row}
          id={rowId(row.id)}
          href={hrefOf(row.id)}
          isSelected={row.id === current}
          isTicked={ticks.value.ids.size === 0 ? undefined : ticks.value.ids.has(row.id)}
          onPress={press}
        />
      ))}
    </div>
  );
}

function rowId(caseId: number): string {
  return `found-row-${caseId}`;
}

/** How many were found, what was read otherwise than meant, and whose names are nearly that. */
function Understood({ found, onSearch }: { found: Found; onSearch: (q: string) => void }) {
  return (
    <div className="found-understood">
      <p role="status" className="bu-figures">
        {words.found(found.count, found.more)}
      </p>
      {found.hints.map(({ part, message }) => (
        <p key={`${part} ${message}`} className="found-hint">
          <Icon name="info" size={14} />
          <span>
            <strong>{part}</strong> {message}
          </span>
        </p>
      ))}
      {found.similar.length > 0 && (
        <p className="found-similar">
          {words.similar}{' '}
          {found.similar.map(({ kind, id, name }) => (
            <Button
              key={`${kind} ${id}`}
              size="small"
              onPress={() => onSearch(`${kind}:"${name.replaceAll('"', ' ')}"`)}
            >
              {name}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}

/** What was found before, to look for it again. */
function Recent({ searches, onSearch }: { searches: readonly string[]; onSearch: (q: string) => void }) {
  if (searches.length === 0) return null;
  return (
    <section className="found-operators" aria-label={words.recent}>
      <h2>{words.recent}</h2>
      <ul>
        {searches.map((q) => (
          <li key={q}>
            <Button variant="quiet" size="small" icon="search" onPress={() => onSearch(q)}>
              <span className="bu-truncate">{q}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Operators({ onSearch }: { onSearch: (q: string) => void }) {
  return (
    <section className="found-operators" aria-label={words.operatorsTitle}>
      <h2>{words.operatorsTitle}</h2>
      <ul>
        {words.operators.map(({ example, does }) => (
          <li key={example}>
            <Button variant="quiet" size="small" onPress={() => onSearch(example)}>
              <code>{example}</code>
            </Button>
            <span>{does}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
