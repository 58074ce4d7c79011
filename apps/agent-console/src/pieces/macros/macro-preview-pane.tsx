import './macro-preview-pane.css';
import type { Action, ActionEffect, MacroPreview } from '@bureau/contracts';
import { piecesBetweenGaps, textOfHtml } from '@bureau/domain';
import { Badge, Icon } from '@bureau/ui';
import { formatList } from '../../language/format.ts';
import { sentenceInWords } from '../../language/sentences.ts';
import { useSayAction } from '../action-sentence/index.ts';
import type { SayAction } from '../action-sentence/index.ts';
import { placeholderName } from '../placeholders/placeholder-name.ts';
import { macroWords } from './macros.words.ts';

const words = macroWords.preview;

export interface MacroPreviewPaneProps {
  preview: MacroPreview;
  /** Those that were tried, of all macros one after the other: said in the reader's language. */
  actions: readonly Action[];
  /** The preview is of what was chosen before. */
  isStale?: boolean;
}

/** What macros would do to a case: the words they compose, and each change; what its reader may not do is marked. */
export function MacroPreviewPane({ preview, actions, isStale = false }: MacroPreviewPaneProps) {
  const say = useSayAction(actions);
  const { reply, effects } = preview;
  const deeds = effects.filter(({ type, outcome }) => type !== 'quick-reply' || outcome !== 'done');
  return (
    <div className="macro-preview" data-stale={isStale || undefined}>
      {effects.length === 0 && <p className="macro-preview-quiet">{words.nothing}</p>}
      {deeds.length > 0 && (
        <section>
          <h3>{words.changes}</h3>
          <ul className="macro-effects">
            {deeds.map((effect) => (
              <Effect key={effect.index} effect={effect} sentence={sentenceOf(effect, actions, say)} />
            ))}
          </ul>
        </section>
      )}
      {reply && (
        <section>
          <h3>{words.reply}</h3>
          {reply.subject !== null && <p className="macro-preview-quiet">{words.subject(reply.subject)}</p>}
          <p className="macro-said">
            <WithGaps html={reply.marked ?? reply.html} />
          </p>
          {isOtherwise(reply) && (
            <>
              <p className="macro-preview-quiet">{words.plain}</p>
              <p className="macro-said">{reply.text}</p>
            </>
          )}
          <Missing names={reply.missing} />
        </section>
      )}
    </div>
  );
}

/** Whether it says something else where nothing can be formatted. */
function isOtherwise({ html, text }: { html: string; text: string }): boolean {
  return textOfHtml(html).trim() !== text.trim();
}

const icons = { done: 'check', nothing: 'minus', refused: 'alert' } as const;

/** What is shown may be of actions that were changed since: then as the desk said it. */
function sentenceOf({ index, type, description }: ActionEffect, actions: readonly Action[], say: SayAction): string {
  const action = actions[index];
  return action?.type === type ? say(action) : description;
}

function Effect({ effect, sentence }: { effect: ActionEffect; sentence: string }) {
  const { outcome, reason, message } = effect;
  return (
    <li className="macro-effect" data-outcome={outcome}>
      <Icon name={icons[outcome]} size={14} />
      <span className="macro-effect-words">
        <span className="macro-effect-does">{sentence}</span>{' '}
        {outcome === 'refused' && <Badge tone="danger">{words.refused}</Badge>}
        {outcome === 'nothing' && <Badge>{words.unchanged}</Badge>}
        {reason !== null && <span className="macro-preview-quiet macro-effect-why">{sentenceInWords(reason)}</span>}
        {outcome === 'done' && message && <Said message={message} />}
      </span>
    </li>
  );
}

function Said({ message }: { message: NonNullable<ActionEffect['message']> }) {
  const { kind, to, subject, text, missing, marked } = message;
  return (
    <span className="macro-effect-said">
      <span className="macro-preview-quiet">
        {kind === 'note' ? words.note : to.length > 0 ? words.mail(formatList(to)) : words.mailToNobody}
        {subject !== null && ` · ${words.subject(subject)}`}
      </span>
      <span className="macro-said">{marked === undefined ? text : <WithGaps html={marked} />}</span>
      <Missing names={missing} />
    </span>
  );
}

/** The text of what is said, with what is missing where it is missing. */
function WithGaps({ html }: { html: string }) {
  return piecesBetweenGaps(html, textOfHtml).map((piece, index) =>
    piece.kind === 'words' ? (
      piece.words
    ) : (
      <mark key={index} className="macro-gap">
        {placeholderName(piece.name)}
      </mark>
    ),
  );
}

function Missing({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <span className="macro-missing">
      <Icon name="alert" size={14} />
      <span>{macroWords.missing(formatList(names.map(placeholderName)))}</span>
    </span>
  );
}
