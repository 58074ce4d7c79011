import './palette.css';
import { Offline, useSession } from '@bureau/client';
import { Icon, Kbd } from '@bureau/ui';
import { Command } from 'cmdk';
import { useDeferredValue } from 'react';
import { MarkedText } from '../../pieces/marked-text/index.ts';
import type { PaletteGroup, PaletteRow } from './palette-row.ts';
import { paletteWords as words } from './palette.words.ts';
import { rememberAction } from './recents.ts';
import { usePaletteGroups } from './use-palette-groups.ts';
import type { PaletteDestinations } from './use-palette-groups.ts';

export interface PaletteProps extends PaletteDestinations {
  typed: string;
  onType: (typed: string) => void;
  /** Leaves, and then does what was chosen. */
  onChoose: (run: () => void) => void;
}

/** Everything that can be done and reached from here, by typing a part of its name. */
export function Palette({ typed, onType, onChoose, ...to }: PaletteProps) {
  const { user } = useSession();
  const { groups, found } = usePaletteGroups(typed, to);
  // The rows in sight are painted first, the rest a moment later.
  const isWhole = useDeferredValue(true, false);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const choose = ({ id, run }: PaletteRow, groupId: string) => {
    if (groupId.startsWith('actions')) rememberAction(user.id, id);
    onChoose(run);
  };
  return (
    <Command label={words.title} shouldFilter={false} vimBindings={false} loop className="palette">
      <div className="palette-head">
        <Icon name="search" />
        <Command.Input
          autoFocus
          className="palette-input"
          placeholder={words.field}
          maxLength={200}
          value={typed}
          onValueChange={onType}
        />
      </div>
      <Command.List className="palette-list" label={words.results}>
        {(isWhole ? groups : beginningOf(groups)).map((group) => (
          <Group key={group.id} group={group} onChoose={(row) => choose(row, group.id)} />
        ))}
        {found.isNothing && !found.isLooking && <p className="palette-nothing">{words.nothing}</p>}
      </Command.List>
      {found.error && (
        <p className="palette-note" role="alert">
          {found.error instanceof Offline ? words.offline : words.failed}{' '}
          <button type="button" className="palette-retry" onClick={found.retry}>
            {words.retry}
          </button>
        </p>
      )}
      <footer className="palette-foot">
        <span className="palette-hints" aria-hidden="true">
          <Kbd keys="arrowup" />
          <Kbd keys="arrowdown" /> {words.hints.move}
          <Kbd keys="enter" /> {words.hints.choose}
          <Kbd keys="escape" /> {words.hints.close}
        </span>
        <span role="status" className="bu-figures">
          {found.isLooking ? words.looking : words.found(count)}
        </span>
      </footer>
    </Command>
  );
}

/** Rows that fit into the palette before it is scrolled. */
const IN_SIGHT = 10;

function beginningOf(groups: readonly PaletteGroup[]): PaletteGroup[] {
  let left = IN_SIGHT;
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left);
    left -= rows.length;
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
}

function Group({ group, onChoose }: { group: PaletteGroup; onChoose: (row: PaletteRow) => void }) {
  return (
    <Command.Group heading={group.title} className="palette-group">
      {group.rows.map((row) => (
        <Command.Item
          key={row.id}
          value={`${group.id} ${row.id}`}
          className="palette-row"
          onSelect={() => onChoose(row)}
        >
          {row.icon ? <Icon name={row.icon} /> : <span className="palette-no-icon" />}
          <span className="palette-label bu-truncate">
            <MarkedText text={row.label} marks={row.marks} />
          </span>
          {row.detail && <span className="palette-detail bu-truncate bu-figures">{row.detail}</span>}
          {row.keys && <Kbd keys={row.keys} />}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
