import './action-effects.css';
import type { ActionEffect } from '@bureau/contracts';
import { Icon } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { sentenceInWords } from '../../language/sentences.ts';
import { listWords } from '../../plain/list-words.ts';
import { deedsOf, useEventNames } from '../event-sentence/index.ts';
import { effectsWords as words } from './action-effects.words.ts';

export interface ActionEffectsProps {
  effects: readonly ActionEffect[];
  /** Nothing has been done yet: it is shown what would be. */
  isPreview?: boolean;
  /** An effect in the reader's language; left out, as the desk says it. */
  say?: (effect: ActionEffect) => string;
}

const ICONS: Record<ActionEffect['outcome'], IconName> = { done: 'check', nothing: 'minus', refused: 'close' };

/** What actions did, or would do, one after the other: in words, with why not, and with what is said to whom. */
export function ActionEffects({
  effects,
  isPreview = false,
  say = ({ description }) => description,
}: ActionEffectsProps) {
  const outcomes = isPreview ? words.would : words.did;
  if (effects.length === 0) return null;
  return (
    <ol className="effects">
      {effects.map((effect) => (
        <li key={effect.index} data-outcome={effect.outcome}>
          <span className="effect-mark">
            <Icon name={ICONS[effect.outcome]} size={14} />
            <span className="bu-hidden">{outcomes[effect.outcome]}: </span>
          </span>
          <div className="effect-words">
            <span>{say(effect)}</span>
            <Deeds effect={effect} />
            {effect.reason !== null && <span className="effect-quiet">{sentenceInWords(effect.reason)}</span>}
            {effect.message && <Message message={effect.message} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The fields that changed, with what they were. */
function Deeds({ effect: { changes } }: { effect: ActionEffect }) {
  const names = useEventNames();
  if (changes.length === 0) return null;
  const actor = { kind: 'rule', id: null, name: '' } as const;
  const told = changes.map(({ field, from, to }) => ({ field, from, to }));
  const deeds = deedsOf({ event: 'case.updated', actor, changes: told, reason: null }, names);
  return <span className="effect-quiet">{listWords(deeds)}</span>;
}

function Message({ message }: { message: NonNullable<ActionEffect['message']> }) {
  const { kind, to, subject, text, missing } = message;
  const head = [words.kinds[kind], to.length > 0 && words.to(listWords(to)), subject].filter(Boolean).join(' · ');
  // A trace keeps that something was said; its words stand in the case.
  if (text === '') return <span className="effect-quiet">{head}</span>;
  return (
    <details className="effect-message">
      <summary>{head}</summary>
      <p>{text}</p>
      {missing.length > 0 && (
        <p className="effect-missing">
          <Icon name="alert" size={14} /> {words.missing(listWords(missing))}
        </p>
      )}
    </details>
  );
}
