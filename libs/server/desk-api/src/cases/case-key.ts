import { byNumber, type Condition } from '../resource/condition.ts';

/**
 * Of what stands in a case, which is named by its number or by the id that another system gave it, `e-10`. `$` stands for
 * the number.
 */
export function byCase(sql: string): Condition {
  return (text, bind, actor) => {
    if (!text.startsWith('e-')) return byNumber(sql)(text, bind, actor);
    const named = `(SELECT x.id FROM cases x WHERE x.external_id = ${bind(text.slice(2))} AND x.deleted_at IS NULL)`;
    return sql.replaceAll('$', () => named);
  };
}
