import './filters.css';
import type { Filter, FilterCount } from '@bureau/contracts';
import { Button, Icon, Link, Skeleton } from '@bureau/ui';
import { useId, useState } from 'react';
import { addressOf, foldersOf } from '../../plain/filter-address.ts';
import type { FilterFolder } from '../../plain/filter-address.ts';
import { filterIcon } from './filter-icon.ts';
import { filtersWords as words } from './filters.words.ts';
import { useFilterCounts, useFilters } from './use-filters.ts';

/** The ways to the saved filters, folder by folder, and how much waits in each. */
export function FilterLinks({ isAt }: { isAt: (path: string) => boolean }) {
  const filters = useFilters();
  const countOf = useFilterCounts();
  if (filters.isPending) return <Skeleton rows={6} shape="text" />;
  if (filters.isError && filters.data === undefined) {
    return (
      <div className="filters-failed">
        <p role="alert">{words.failed}</p>
        <Button size="small" onPress={() => void filters.refetch()}>
          {words.retry}
        </Button>
      </div>
    );
  }
  return foldersOf(filters.items).map((folder) =>
    folder.name === '' ? (
      <FilterList key="" filters={folder.filters} countOf={countOf} isAt={isAt} />
    ) : (
      <Folder key={folder.name} folder={folder} countOf={countOf} isAt={isAt} />
    ),
  );
}

interface Places {
  countOf: (filterId: number) => FilterCount | undefined;
  isAt: (path: string) => boolean;
}

function Folder({ folder, ...places }: Places & { folder: FilterFolder }) {
  const id = useId();
  const [isOpen, setOpen] = useFolderState(folder.name);
  return (
    <div>
      <Button
        variant="quiet"
        size="small"
        className="filters-folder"
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        <span className="bu-truncate">{folder.name}</span>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
      </Button>
      <div id={id} hidden={!isOpen}>
        <FilterList filters={folder.filters} label={folder.name} {...places} />
      </div>
    </div>
  );
}

function FilterList({ filters, label, countOf, isAt }: Places & { filters: FilterFolder['filters']; label?: string }) {
  return (
    <ul aria-label={label}>
      {filters.map((filter) => (
        <FilterLink key={filter.id} filter={filter} count={countOf(filter.id)} isAt={isAt} />
      ))}
    </ul>
  );
}

interface FilterLinkProps {
  filter: Filter;
  count: FilterCount | undefined;
  isAt: (path: string) => boolean;
}

function FilterLink({ filter, count, isAt }: FilterLinkProps) {
  const href = `/cases/${addressOf(filter)}`;
  return (
    <li>
      <Link href={href} quiet className="rail-link" aria-current={isAt(href) ? 'page' : undefined}>
        <Icon name={filterIcon(filter)} />
        <span className="bu-truncate" title={filter.description}>
          {filter.name}
        </span>
        <span className="rail-count bu-figures">
          {count && count.count > 0 && (
            <>
              <span aria-hidden="true">{words.count(count.count, count.more)}</span>
              <span className="bu-hidden">{words.cases(count.count, count.more)}</span>
            </>
          )}
        </span>
      </Link>
    </li>
  );
}

/** A folder that somebody has closed stays closed in her browser. */
function useFolderState(folder: string): [boolean, (isOpen: boolean) => void] {
  const name = `bureau.console.folder.${folder}`;
  const [isOpen, show] = useState(() => window.localStorage.getItem(name) !== 'closed');
  const setOpen = (open: boolean) => {
    show(open);
    window.localStorage.setItem(name, open ? 'open' : 'closed');
  };
  return [isOpen, setOpen];
}
