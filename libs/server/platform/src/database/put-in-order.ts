/**
 * SQL that puts the rows of a table that `$1` names first, in this order; the others keep theirs behind them. `among`: of
 * which rows, as a condition on them with values from `$2` on.
 */
export function putInOrder(table: string, among = 'true'): string {
  return `UPDATE ${table} t SET position = o.position
    FROM (SELECT id, row_number() OVER (ORDER BY array_position($1::bigint[], id) NULLS LAST, position, id) AS position
          FROM ${table} WHERE ${among}) o
    WHERE o.id = t.id AND o.position <> t.position`;
}
