import './data-table.css';
import type { MouseEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useUiWords } from '../words/ui-words.tsx';
import { MoveRow, useRowOrder, type RowOrder } from './row-order.tsx';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** `end` for figures. */
  align?: 'start' | 'end';
  /** CSS width, for example `30%`. */
  width?: string;
  /** Left out where the screen is narrow; the page of the row says it too. */
  isExtra?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table lists; shown above it. */
  caption: string;
  /** Shows the caption to screen readers only, where a heading says it already. */
  isCaptionHidden?: boolean;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The row in words, for the buttons that move it. */
  rowName?: (row: Row) => string;
  /** Opens a row, by a press anywhere on it or by its first cell. */
  onOpen?: (row: Row) => void;
  /** Puts a row at a place counted from 0; lets the reader order by dragging and by keyboard. */
  onMove?: (row: Row, place: number) => void;
  /** In place of the rows when there are none: an EmptyState, a Skeleton or an ErrorState. */
  children?: ReactNode;
}

/** A plain table for lists that fit on a page. */
export function DataTable<Row>({ rows, columns, caption, isCaptionHidden, children, ...props }: DataTableProps<Row>) {
  const words = useUiWords();
  const order = useRowOrder(rows, props.onMove);
  if (rows.length === 0 && children) return children;
  return (
    <div className="bu-table-frame">
      <table className="bu-table">
        <caption className={isCaptionHidden ? 'bu-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, header, align, width, isExtra }) => (
              <th key={id} scope="col" data-align={align} data-extra={isExtra || undefined} style={{ width }}>
                {header}
              </th>
            ))}
            {props.onMove && (
              <th scope="col" className="bu-table-order">
                {words.order}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <TableRow key={props.rowId(row)} {...{ ...props, row, place, columns, order }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TableRowProps<Row> extends Pick<DataTableProps<Row>, 'columns' | 'rowName' | 'onOpen' | 'onMove'> {
  row: Row;
  place: number;
  order: RowOrder<Row>;
}

function TableRow<Row>({ row, place, columns, rowName, onOpen, onMove, order }: TableRowProps<Row>) {
  const openUnlessControl = (event: MouseEvent) => {
    const isControl =
      event.target instanceof Element && event.target.closest('button, a, input, label, [role="button"]');
    if (!isControl) onOpen?.(row);
  };
  return (
    <tr data-opens={onOpen ? true : undefined} onClick={onOpen && openUnlessControl} {...order.rowProps(row, place)}>
      {columns.map(({ id, cell, align, isExtra }, index) => {
        if (index > 0) {
          return (
            <td key={id} data-align={align} data-extra={isExtra || undefined}>
              {cell(row)}
            </td>
          );
        }
        return (
          <th key={id} scope="row" data-align={align}>
            {onOpen ? (
              <Button className="bu-table-open" onPress={() => onOpen(row)}>
                {cell(row)}
              </Button>
            ) : (
              cell(row)
            )}
          </th>
        );
      })}
      {onMove && (
        <td className="bu-table-order">
          <MoveRow name={rowName?.(row) ?? ''} place={place} order={order} row={row} />
        </td>
      )}
    </tr>
  );
}
