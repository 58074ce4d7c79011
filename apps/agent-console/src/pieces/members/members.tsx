import './members.css';
import { Avatar, Button, IconButton, Picker } from '@bureau/ui';
import { useId } from 'react';
import { membersWords as words } from './members.words.ts';

/** Somebody or something that can be chosen. */
export interface Member {
  id: number;
  name: string;
  /** A quiet second line. */
  detail?: string;
}

export interface MembersProps {
  label: string;
  help?: string;
  error?: string;
  /** What the button that adds one says. */
  add: string;
  /** What stands there while nothing is chosen. */
  none: string;
  /** Everything there is to choose from; with `onSearch`, what was found for the words, and what is chosen. */
  all: readonly Member[];
  /** There are so many that the desk looks for them. */
  onSearch?: (typed: string) => void;
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
  isDisabled?: boolean;
  /** People have faces. */
  isPeople?: boolean;
}

/** A list of chosen things, each with a way out, and a searchable list of the others to add. */
export function Members({ label, help, error, all, chosen, onChange, isDisabled = false, ...props }: MembersProps) {
  const id = useId();
  const there = chosen.map((memberId) => all.find((member) => member.id === memberId) ?? unknown(memberId));
  const others = all.filter((member) => !chosen.includes(member.id));
  const notice = error ?? help;
  return (
    <div className="members" role="group" aria-labelledby={id} aria-describedby={notice ? `${id}-notice` : undefined}>
      <div className="members-head">
        <span id={id} className="bu-field-label">
          {label} <span className="members-count bu-figures">{chosen.length}</span>
        </span>
        {!isDisabled && (
          <Picker
            label={props.add}
            trigger={
              <Button size="small" icon="plus" isDisabled={others.length === 0 && !props.onSearch}>
                {props.add}
              </Button>
            }
            groups={[
              {
                id: 'all',
                choices: others.map((member) => ({
                  id: String(member.id),
                  label: member.name,
                  detail: member.detail,
                  mark: props.isPeople ? <Avatar name={member.name} size={20} isDecoration /> : undefined,
                })),
              },
            ]}
            onChoose={(chosenId) => onChange([...chosen, Number(chosenId)])}
            onSearch={props.onSearch}
            isMultiple
            placement="bottom end"
          />
        )}
      </div>
      {there.length === 0 && <p className="members-none">{props.none}</p>}
      {there.length > 0 && (
        <ul>
          {there.map((member) => (
            <li key={member.id}>
              {props.isPeople && <Avatar name={member.name} size={24} isDecoration />}
              <span className="members-words">
                <span className="bu-truncate">{member.name}</span>
                {member.detail && <span className="members-detail bu-truncate">{member.detail}</span>}
              </span>
              {!isDisabled && (
                <IconButton
                  icon="close"
                  size="small"
                  label={words.remove(member.name)}
                  onPress={() => onChange(chosen.filter((memberId) => memberId !== member.id))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {notice && (
        <p id={`${id}-notice`} className={error ? 'bu-field-error' : 'bu-field-help'}>
          {notice}
        </p>
      )}
    </div>
  );
}

/** Chosen, but not among those that are shown: somebody who is disabled, a brand that one does not serve. */
function unknown(id: number): Member {
  return { id, name: words.unknown(id) };
}
