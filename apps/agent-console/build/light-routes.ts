import { readFile } from 'node:fs/promises';
import { parseSync, type ESTree, type Plugin } from 'vite';

const CONTRACT = /\/libs\/contracts\/src\/.*\.ts$/;
const LIGHT = /\/libs\/contracts\/src\/.*\.ts\?routes$/;
/** What the desk needs of a route, and whoever calls it does not. */
const OF_THE_DESK = new Set(['summary', 'params', 'query', 'body', 'response']);

/**
 * Makes of each table of routes a module of its own that holds of a route what a caller needs: method, path and who may.
 * The schemas of bodies and answers stay where they were, and with them whoever checks a form by one.
 */
export function lightRoutes(): Plugin {
  return {
    name: 'bureau:light-routes',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: [LIGHT, CONTRACT] },
      async handler(id) {
        const file = id.replace(/\?routes$/, '');
        const code = await readFile(file, 'utf8');
        const tables = tablesOf(file, code);
        if (id !== file)
          return { code: [ROUTE, ...tables.map(({ light }) => light)].join('\n'), moduleSideEffects: false };
        if (tables.length === 0) return null;
        return { code: withoutTables(code, tables, file), moduleType: 'ts', moduleSideEffects: false };
      },
    },
  };
}

const ROUTE = 'const route = (method, path, shape) => ({ method, path, shape });';

interface Table {
  name: string;
  start: number;
  end: number;
  light: string;
}

/** Tables that hold nothing but routes written out; others are left as they are. */
function tablesOf(file: string, code: string): Table[] {
  return parseSync(file, code).program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return [];
    const [declared] = statement.declaration.declarations;
    if (declared?.id.type !== 'Identifier' || declared.init?.type !== 'ObjectExpression') return [];
    const shapes = declared.init.properties.map(shapeOf);
    if (shapes.length === 0 || !shapes.every((shape) => shape !== null)) return [];
    const { start, end } = statement;
    return [{ name: declared.id.name, start, end, light: lightened(code, { start, end }, shapes) }];
  });
}

/** The third argument of `name: route(method, path, { … })`. */
function shapeOf(property: ESTree.ObjectPropertyKind): ESTree.ObjectExpression | null {
  if (property.type !== 'Property' || property.value.type !== 'CallExpression') return null;
  const { callee, arguments: given } = property.value;
  if (callee.type !== 'Identifier' || callee.name !== 'route') return null;
  const [method, path, shape] = given;
  if (method?.type !== 'Literal' || path?.type !== 'Literal' || shape?.type !== 'ObjectExpression') return null;
  return shape;
}

function lightened(code: string, { start, end }: { start: number; end: number }, shapes: ESTree.ObjectExpression[]) {
  let light = '';
  let from = start;
  for (const shape of shapes) {
    const kept = shape.properties.filter(
      (property) =>
        property.type !== 'Property' || property.key.type !== 'Identifier' || !OF_THE_DESK.has(property.key.name),
    );
    light += `${code.slice(from, shape.start)}{ ${kept.map((property) => code.slice(property.start, property.end)).join(', ')} }`;
    from = shape.end;
  }
  return light + code.slice(from, end);
}

function withoutTables(code: string, tables: readonly Table[], file: string): string {
  let rest = '';
  let from = 0;
  for (const { name, start, end } of tables) {
    rest += `${code.slice(from, start)}export { ${name} } from '${file}?routes';`;
    from = end;
  }
  return rest + code.slice(from);
}
