import type { Action } from '@bureau/contracts';
import { Button, Icon, IconButton } from '@bureau/ui';
import { useId, useRef } from 'react';
import type { DragEvent, KeyboardEvent, ReactNode } from 'react';
import type { SayAction } from '../action-sentence/index.ts';
import { ActionInputs } from './action-inputs.tsx';
import { actionsFieldWords as words } from './actions.words.ts';
import { isLong, isWritten } from './new-action.ts';
import type { ActionsBy } from './new-action.ts';

export interface ActionCardProps {
  action: Action;
  by: ActionsBy;
  say: SayAction;
  place: number;
  count: number;
  isOpen: boolean;
  drop: 'before' | 'after' | undefined;
  errorOf: (path: string) => string | undefined;
  path: string;
  onChange: (action: Action) => void;
  onToggle: () => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  drag: { onStart: () => void; onOver: () => void; onDrop: () => void; onEnd: () => void };
}

/** One action: in a line when its fields fit into one; otherwise folded behind what was written. */
export function ActionCard(props: ActionCardProps) {
  const { action, place, count, errorOf, path, onMove, onRemove, drag } = props;
  const card = useRef<HTMLLIElement>(null);
  const name = words.types[action.type];
  const about = words.about[action.type];
  const errorAt = (field: string) => errorOf(`${path}.${field}`);
  const fault = errorOf(path) ?? errorAt('type');
  const moveByKey = (event: KeyboardEvent) => {
    const step = event.altKey ? STEPS[event.key] : undefined;
    // What opens above the page, a list of choices, has arrows of its own.
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (step === undefined || !isInside) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(place + step);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    drag.onOver();
  };
  const release = (event: DragEvent) => {
    event.preventDefault();
    drag.onDrop();
  };
  return (
    <li
      ref={card}
      className="action-card"
      data-drop={props.drop}
      aria-label={words.action(name, place + 1, count)}
      onKeyDownCapture={moveByKey}
      onDragOver={over}
      onDrop={release}
    >
      <div className="action-head">
        <span
          className="action-grip"
          draggable
          title={words.drag}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            if (card.current) event.dataTransfer.setDragImage(card.current, 12, 12);
            drag.onStart();
          }}
          onDragEnd={drag.onEnd}
        >
          <Icon name="grip" size={14} />
        </span>
        <ActionFace {...props} errorAt={errorAt} />
        <span className="action-tools">
          <IconButton
            size="small"
            icon="chevron-up"
            label={words.moveUp(name)}
            isDisabled={place === 0}
            onPress={() => onMove(place - 1)}
          />
          <IconButton
            size="small"
            icon="chevron-down"
            label={words.moveDown(name)}
            isDisabled={place === count - 1}
            onPress={() => onMove(place + 1)}
          />
          <IconButton size="small" icon="close" label={words.remove(name)} onPress={onRemove} />
        </span>
      </div>
      {about && <p className="action-about">{about}</p>}
      {fault && (
        <p className="bu-field-error" role="alert">
          {fault}
        </p>
      )}
    </li>
  );
}

const STEPS: Record<string, number | undefined> = { ArrowUp: -1, ArrowDown: 1 };

function ActionFace(props: ActionCardProps & { errorAt: (field: string) => string | undefined }): ReactNode {
  const { action, by, say, isOpen, onChange, onToggle, errorAt } = props;
  const body = useId();
  const name = words.types[action.type];
  const inputs = <ActionInputs {...{ action, by, onChange, errorAt }} />;
  if (!isLong(action.type)) {
    return (
      <div className="action-line" role="group" aria-label={name}>
        <span className="action-name">{name}</span>
        {inputs}
      </div>
    );
  }
  return (
    <div className="action-fold">
      <Button
        variant="quiet"
        className="action-face"
        icon={isOpen ? 'chevron-down' : 'chevron-right'}
        aria-expanded={isOpen}
        aria-controls={body}
        onPress={onToggle}
      >
        <FoldedWords {...{ action, isOpen, say }} />
      </Button>
      <div id={body} className="action-body" hidden={!isOpen} role="group" aria-label={name}>
        {isOpen && inputs}
      </div>
    </div>
  );
}

/** Folded, the sentence that says all of it stands in place of its name. */
function FoldedWords({ action, isOpen, say }: Pick<ActionCardProps, 'action' | 'isOpen' | 'say'>) {
  const name = words.types[action.type];
  if (!isOpen && isWritten(action)) return <span className="bu-truncate">{say(action)}</span>;
  return (
    <>
      <span className="action-name">{name}</span>
      {!isOpen && <span className="action-short">{words.unwritten}</span>}
    </>
  );
}
