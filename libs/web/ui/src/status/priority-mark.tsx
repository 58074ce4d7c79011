import './status.css';
import { useUiWords } from '../words/ui-words.tsx';

const bars = [
  { x: 1, height: 4, from: 1 },
  { x: 4.5, height: 6.5, from: 4 },
  { x: 8, height: 9, from: 6 },
  { x: 11.5, height: 11.5, from: 8 },
];

/** A priority from 1 to 10 (10 highest): rising bars and the figure. */
export function PriorityMark({ level }: { level: number }) {
  const words = useUiWords();
  return (
    <span className="bu-mark bu-figures" data-level={urgency(level)} title={words.priority(level)}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        {bars.map(({ x, height, from }) => (
          <rect
            key={x}
            x={x}
            y={12.75 - height}
            width="2"
            height={height}
            rx="0.75"
            fill="currentColor"
            opacity={level >= from ? 1 : 0.25}
          />
        ))}
      </svg>
      <span className="bu-hidden">{words.priority(level)}</span>
      <span aria-hidden="true">{level}</span>
    </span>
  );
}

function urgency(level: number): 'low' | 'high' | 'highest' {
  if (level >= 9) return 'highest';
  return level >= 7 ? 'high' : 'low';
}
