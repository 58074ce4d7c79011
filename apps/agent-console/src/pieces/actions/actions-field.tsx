import './actions.css';
import { ACTION_LIMITS } from '@bureau/contracts';
import type { Action, ActionType } from '@bureau/contracts';
import { Button, Picker } from '@bureau/ui';
import type { PickerGroup } from '@bureau/ui';
import { useLayoutEffect, useRef, useState } from 'react';
import { useSayAction } from '../action-sentence/index.ts';
import { ActionCard } from './action-card.tsx';
import { actionsFieldWords as words } from './actions.words.ts';
import { ACTION_GROUPS, newAction, OF_MACROS } from './new-action.ts';
import type { ActionsBy } from './new-action.ts';
import { reordered, useCards } from './use-cards.ts';
import { useMayCallWebhooks } from '../webhook-names/index.ts';

export interface ActionsFieldProps {
  /** Whose actions they are: what can be done, and what its words mean. */
  by: ActionsBy;
  value: readonly Action[];
  onChange: (actions: Action[]) => void;
  /** What is wrong at a path below `path`: `actions.2.userId`. */
  errorOf: (path: string) => string | undefined;
  path?: string;
  label?: string;
}

/**
 * What is done to a case, one action after the other: found by typing, moved by dragging, by buttons or with Alt and the
 * arrows. Those of several fields fold into a line; one that is at fault is open.
 */
export function ActionsField(props: ActionsFieldProps) {
  const { by, value, onChange, errorOf, path = 'actions', label = words.actions } = props;
  const list = useActionList(value, onChange);
  const say = useSayAction(value);
  const mayCall = useMayCallWebhooks();
  const fault = errorOf(path);
  return (
    <div className="actions-field" role="group" aria-label={label} ref={list.place}>
      {value.length === 0 && <p className="actions-none">{words.none}</p>}
      <ol>
        {value.map((action, at) => {
          const key = list.cards.keys[at] ?? at;
          const isAtFault = hasFault(errorOf, `${path}.${at}`, action);
          return (
            <ActionCard
              key={key}
              {...{ action, by, say, errorOf, path: `${path}.${at}`, place: at, count: value.length }}
              isOpen={list.cards.isOpen(key) || isAtFault}
              drop={list.dropAt(at)}
              drag={list.dragOf(at)}
              onChange={(next) => onChange(value.with(at, next))}
              onToggle={() => list.cards.toggle(key)}
              onMove={(to) => list.move(at, to)}
              onRemove={() => list.remove(at)}
            />
          );
        })}
      </ol>
      {fault && (
        <p className="bu-field-error" role="alert">
          {fault}
        </p>
      )}
      {value.length < ACTION_LIMITS.actions ? (
        <Picker
          label={words.add}
          groups={groupsFor(by, { mayCall })}
          onChoose={(id) => list.add(id)}
          trigger={
            <Button size="small" icon="plus" className="actions-add">
              {words.add}
            </Button>
          }
        />
      ) : (
        <p className="actions-none">{words.full(ACTION_LIMITS.actions)}</p>
      )}
      <p className="bu-hidden" role="status">
        {list.said}
      </p>
    </div>
  );
}

/** Changes of the list as a whole; the focus stays on what was moved, and goes on from what was removed. */
function useActionList(value: readonly Action[], onChange: (actions: Action[]) => void) {
  const place = useRef<HTMLDivElement>(null);
  const refocus = useRef<(() => void) | null>(null);
  const cards = useCards(value.length);
  const [said, say] = useState('');
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  useLayoutEffect(() => {
    refocus.current?.();
    refocus.current = null;
  });
  const nameAt = (at: number) => words.types[value[at]?.type ?? 'set-status'];
  const move = (at: number, to: number) => {
    if (to < 0 || to >= value.length || to === at) return;
    const held = document.activeElement;
    refocus.current = () => held instanceof HTMLElement && held.focus();
    cards.moved(at, to);
    onChange(reordered(value, at, to));
    say(words.moved(nameAt(at), to + 1, value.length));
  };
  const remove = (at: number) => {
    refocus.current = () => focusCard(place.current, Math.min(at, value.length - 2));
    cards.removed(at);
    onChange(value.toSpliced(at, 1));
    say(words.removed(nameAt(at)));
  };
  const add = (id: string) => {
    const type = typeOf(id);
    if (!type) return;
    // The list of choices gives the focus back to its button first.
    requestAnimationFrame(() => requestAnimationFrame(() => focusCard(place.current, value.length)));
    cards.added();
    onChange([...value, newAction(type)]);
  };
  const stop = () => {
    setFrom(null);
    setOver(null);
  };
  return {
    place,
    cards,
    said,
    move,
    remove,
    add,
    dropAt: (at: number) => (from === null || over !== at || from === at ? undefined : from > at ? 'before' : 'after'),
    dragOf: (at: number) => ({
      onStart: () => setFrom(at),
      onOver: () => setOver(at),
      onDrop: () => {
        if (from !== null) move(from, at);
        stop();
      },
      onEnd: stop,
    }),
  } as const;
}

const FIELDS = ':is(.action-line, .action-body) :is(input, textarea, button)';

/** The first field of an action, or the button that adds one when there is no action left. */
function focusCard(place: HTMLElement | null, at: number): void {
  const card = place?.querySelectorAll('.action-card')[at];
  const field = card?.querySelector(FIELDS) ?? card?.querySelector('button:enabled');
  const goal = field ?? place?.querySelector('.actions-add');
  if (goal instanceof HTMLElement) goal.focus();
}

function groupsFor(by: ActionsBy, { mayCall }: { mayCall: boolean }): PickerGroup[] {
  return groupIds.map((id) => ({
    id,
    title: words.groups[id],
    choices: ACTION_GROUPS[id]
      .filter((type) => by === 'macro' || !OF_MACROS.includes(type))
      .map((type) => {
        const why = whyNot(type, { mayCall });
        return { id: type, label: words.types[type], isDisabled: why !== null, ...(why !== null && { detail: why }) };
      }),
  }));
}

/** Why an action cannot be chosen; null: it can. */
function whyNot(type: ActionType, { mayCall }: { mayCall: boolean }): string | null {
  return type === 'call-webhook' && !mayCall ? words.needsManager : null;
}

const groupIds = ['properties', 'assignment', 'labels', 'words', 'outside'] as const;

function typeOf(id: string): ActionType | undefined {
  return groupIds.flatMap((group): readonly ActionType[] => ACTION_GROUPS[group]).find((type) => type === id);
}

/** Whether anything of an action is at fault: it must be seen then. */
function hasFault(errorOf: ActionsFieldProps['errorOf'], path: string, action: Action): boolean {
  const isAt = (one: string) => errorOf(one) !== undefined;
  if (action.type === 'set-custom-fields' && Object.keys(action.values).some((key) => isAt(`${path}.values.${key}`))) {
    return true;
  }
  const below = action.type === 'send-email' ? Object.keys(action.recipient).map((key) => `recipient.${key}`) : [];
  return [...Object.keys(action), ...below].some((field) => isAt(`${path}.${field}`));
}
