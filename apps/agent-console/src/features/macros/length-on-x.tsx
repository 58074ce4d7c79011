import { longestText } from '@bureau/domain';
import { xLength } from '@bureau/domain/x-text';
import { macroPagesWords } from './macro-pages.words.ts';

const words = macroPagesWords.preview;
const LONGEST = longestText('x', 'post');

/** How X counts a text, beside how long a post may be. In a module of its own: it takes X's rules along. */
export function LengthOnX({ text }: { text: string }) {
  const length = xLength(text);
  const isTooLong = length > LONGEST;
  return (
    <p className="macro-live-x bu-figures" data-long={isTooLong || undefined}>
      {isTooLong ? words.tooLongForX(length, LONGEST) : words.onX(length, LONGEST)}
    </p>
  );
}
