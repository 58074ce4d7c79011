import { useState, type DragEvent } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { useUiWords } from '../words/ui-words.tsx';

/** Moves rows by dragging and by keyboard. */
export interface RowOrder<Row> {
  count: number;
  move: (row: Row, place: number) => void;
  rowProps: (row: Row, place: number) => DraggableRow;
}

interface DraggableRow {
  draggable?: boolean;
  'data-dragged'?: true;
  'data-drop'?: 'before' | 'after';
  onDragStart?: (event: DragEvent) => void;
  onDragOver?: (event: DragEvent) => void;
  onDrop?: (event: DragEvent) => void;
  onDragEnd?: () => void;
}

export function useRowOrder<Row>(rows: readonly Row[], onMove?: (row: Row, place: number) => void): RowOrder<Row> {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const stop = () => {
    setFrom(null);
    setOver(null);
  };
  const rowProps = (_row: Row, place: number): DraggableRow => {
    if (!onMove) return {};
    return {
      draggable: true,
      'data-dragged': from === place || undefined,
      'data-drop': dropSide(from, over, place),
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move';
        setFrom(place);
      },
      onDragOver: (event) => {
        if (from === null) return;
        event.preventDefault();
        setOver(place);
      },
      onDrop: (event) => {
        event.preventDefault();
        const dragged = from === null ? undefined : rows[from];
        if (dragged !== undefined && from !== place) onMove(dragged, place);
        stop();
      },
      onDragEnd: stop,
    };
  };
  return { count: rows.length, move: (row, place) => onMove?.(row, place), rowProps };
}

export interface MoveRowProps<Row> {
  name: string;
  place: number;
  row: Row;
  order: RowOrder<Row>;
}

/** Up and down, for whoever does not drag. */
export function MoveRow<Row>({ name, place, row, order }: MoveRowProps<Row>) {
  const words = useUiWords();
  return (
    <>
      <IconButton
        size="small"
        icon="chevron-up"
        label={words.moveUp(name)}
        isDisabled={place === 0}
        onPress={() => order.move(row, place - 1)}
      />
      <IconButton
        size="small"
        icon="chevron-down"
        label={words.moveDown(name)}
        isDisabled={place === order.count - 1}
        onPress={() => order.move(row, place + 1)}
      />
    </>
  );
}

function dropSide(from: number | null, over: number | null, place: number): 'before' | 'after' | undefined {
  if (from === null || over !== place || from === over) return undefined;
  return from > over ? 'before' : 'after';
}
