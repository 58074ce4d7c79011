import './marked-text.css';
import { markedParts } from '../../plain/marked-parts.ts';

/** Plain text in which the words that were looked for stand out. */
export function MarkedText({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  return markedParts(text, marks).map(({ text: part, isMarked }, index) =>
    isMarked ? (
      <mark key={index} className="marked-text">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
