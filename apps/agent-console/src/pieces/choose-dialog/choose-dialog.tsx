import './choose-dialog.css';
import { BareDialog, Icon, Kbd } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { Command } from 'cmdk';
import type { KeyboardEvent, ReactNode } from 'react';

export interface ChooseHint {
  keys: string;
  does: string;
}

export interface ChooseDialogProps {
  title: string;
  icon: IconName;
  /** What may be typed. */
  field: string;
  /** Of what is typed, in characters. */
  longest: number;
  typed: string;
  onType: (typed: string) => void;
  /** The value of the row that the arrows stand on. */
  row: string;
  onRow: (row: string) => void;
  /** Shift-Enter on that row: what else can be done with it. */
  onShiftEnter: () => void;
  resultsLabel: string;
  /** Rows, or groups of them. */
  results: ReactNode;
  /** In the place of the rows: that they are on their way, did not come, or that there are none; null: there are. */
  instead: ReactNode;
  /** Of the row that is meant, beside the results. */
  preview: ReactNode;
  /** In the place of results and preview, when there is nothing at all to choose from; null: there is. */
  nothingAtAll?: ReactNode;
  hints: readonly ChooseHint[];
  /** At the end of the foot. */
  actions: ReactNode;
  /** What just happened, for those who do not see it. */
  said?: string;
  onClose: () => void;
}

/** Something to choose by typing and arrows, for a case; beside the rows, what the one that is meant would do. */
export function ChooseDialog({ title, typed, onType, row, onRow, onShiftEnter, onClose, ...shown }: ChooseDialogProps) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey) return;
    event.preventDefault();
    onShiftEnter();
  };
  return (
    <BareDialog label={title} onClose={onClose}>
      <Command
        label={title}
        shouldFilter={false}
        vimBindings={false}
        loop
        className="choose-dialog"
        value={row}
        onValueChange={onRow}
        onKeyDown={press}
      >
        <div className="choose-dialog-head">
          <Icon name={shown.icon} />
          <Command.Input
            autoFocus
            className="choose-dialog-input"
            placeholder={shown.field}
            maxLength={shown.longest}
            value={typed}
            onValueChange={onType}
          />
        </div>
        {shown.nothingAtAll ?? (
          <div className="choose-dialog-panes">
            {shown.instead !== null && <div className="choose-dialog-list">{shown.instead}</div>}
            <Command.List className="choose-dialog-list" label={shown.resultsLabel} hidden={shown.instead !== null}>
              {shown.results}
            </Command.List>
            <div className="choose-dialog-preview">{shown.preview}</div>
          </div>
        )}
        <footer className="choose-dialog-foot">
          <Hints hints={shown.hints} />
          <span className="choose-dialog-end">{shown.actions}</span>
        </footer>
        <p className="bu-hidden" role="status">
          {shown.said}
        </p>
      </Command>
    </BareDialog>
  );
}

function Hints({ hints }: { hints: readonly ChooseHint[] }) {
  return (
    <span className="choose-dialog-hints" aria-hidden="true">
      {hints.map(({ keys, does }) => (
        <span key={keys}>
          <Kbd keys={keys} /> {does}
        </span>
      ))}
    </span>
  );
}

interface ChooseRowProps {
  value: string;
  /** How what stands in it is laid out. */
  className: string;
  /** Chosen beside others. */
  isChosen?: boolean;
  onChoose: () => void;
  children: ReactNode;
}

export function ChooseRow({ value, className, isChosen = false, onChoose, children }: ChooseRowProps) {
  return (
    <Command.Item
      value={value}
      className={`choose-row ${className}`}
      data-chosen={isChosen || undefined}
      onSelect={onChoose}
    >
      {children}
    </Command.Item>
  );
}
